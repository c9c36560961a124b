using System.ComponentModel;

namespace CqrsGen.EventSourcing.Infrastructure;

/// <summary>An append as the store remembers it.</summary>
/// <param name="Hash">The hash of its content; see <see cref="AppendContent"/>.</param>
/// <param name="Result">What was appended.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record MadeAppend(byte[] Hash, AppendResult Result);
