using System.ComponentModel;

namespace CqrsGen.Infrastructure;

/// <summary>Whether a container has validators for a message; it cannot change once the container is built.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ValidatorPresence : byte
{
    /// <summary>Nobody asked yet.</summary>
    Unknown,

    /// <summary>There are none.</summary>
    None,

    /// <summary>There are some.</summary>
    Some,
}
