namespace PluginHost.Native;

/// <summary>How a version export is read.</summary>
internal enum VersionShape
{
    /// <summary><c>const char* f(void)</c>.</summary>
    Function,

    /// <summary><c>const char* f(x)</c>, where zero or a null pointer asks for the version.</summary>
    FunctionOfZero,

    /// <summary><c>const char* v</c>.</summary>
    TextVariable,

    /// <summary>The export tells the kind of library, but no version.</summary>
    PresenceOnly,
}
