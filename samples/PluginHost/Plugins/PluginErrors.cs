using CqrsGen;

namespace PluginHost.Plugins;

/// <summary>Everything that can go wrong with a plug-in, in one place. The category decides the exit code.</summary>
internal static class PluginErrors
{
    public static Error FileNotFound(string path, string place)
    {
        const string Code = "plugin.file_not_found";
        if (Directory.Exists(path))
        {
            return Error.NotFound(Code, $"'{path}' is a directory. Give a file in it.");
        }

        return path.AsSpan().ContainsAny('/', '\\')
            ? Error.NotFound(Code, $"There is no file '{path}'. Check the path.")
            : Error.NotFound(Code, $"No library '{path}' in {place}. Give a path, or a name such as 'libz'.");
    }

    public static Error NotALibrary(string path, string why) => Error.Validation(
        "plugin.not_a_library", $"'{path}' cannot be loaded: {why}. Give a shared library of this system.");

    public static Error NotReadable(string path, Exception cause)
    {
        var error = Error.Forbidden("plugin.not_readable", $"'{path}' cannot be read: {cause.Message}");
        return error with { Cause = cause };
    }

    public static Error LoadFailed(string path, Exception cause)
    {
        string message = $"The system could not load '{path}': {Reason(cause.Message)}";
        return Error.Validation("plugin.load_failed", message) with { Cause = cause };
    }

    public static Error AlreadyLoaded(string path, PluginId id) => Error.Conflict(
        "plugin.already_loaded", $"'{path}' is loaded already, as '{id}'. Unload it first, or use that one.");

    public static Error AlreadyLoading(string path) => Error.Conflict(
        "plugin.already_loading", $"'{path}' is being loaded by another command. Wait for that one.");

    public static Error TimedOut(string path, TimeSpan timeout) => Error.Timeout(
        "plugin.load_timeout",
        $"Loading '{path}' took longer than {timeout.TotalSeconds:0.###} s. " +
        "It is freed when the system is done with it. Allow more time with --timeout.");

    public static Error QueueFull(int length) => Error.RateLimited(
        "plugin.queue_full",
        $"The load queue is full: {length} wait already. Try again later, or allow more with --queue.");

    public static Error ShuttingDown() => Error.Unavailable(
        "plugin.shutting_down", "The host is shutting down and loads nothing any more.");

    public static Error NotLoaded(PluginId id, IEnumerable<PluginId> loaded)
    {
        string names = string.Join(", ", loaded);
        return Error.NotFound(
            "plugin.not_loaded",
            $"No plug-in '{id}' is loaded. " + (names.Length == 0 ? "None is." : $"Loaded: {names}."));
    }

    public static Error InUse(PluginId id, int leases) => Error.Conflict(
        "plugin.in_use",
        $"'{id}' is in use ({leases} {(leases == 1 ? "lease" : "leases")}). " +
        "Release it first, or unload it with --force.");

    public static Error UnknownLease(LeaseId lease) => Error.NotFound(
        "plugin.unknown_lease", $"There is no lease {lease}. It was released, or its plug-in was unloaded.");

    /// <summary>.NET puts advice first, and what the system said last.</summary>
    private static string Reason(string message) =>
        message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .LastOrDefault("it does not say why");
}
