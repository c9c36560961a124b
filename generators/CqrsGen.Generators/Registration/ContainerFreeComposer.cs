using CqrsGen.Generators.Common;
using CqrsGen.Generators.Pipelines;

namespace CqrsGen.Generators.Registration;

/// <summary>
/// Gathers the distinct services of all modules, for the constructor that takes the container's place.
/// </summary>
internal static class ContainerFreeComposer
{
    private const string Logger = "global::Microsoft.Extensions.Logging.ILogger<";
    private const string LoggerFactory = "global::Microsoft.Extensions.Logging.ILoggerFactory";
    private const string TimeProvider = "global::System.TimeProvider";

    /// <summary>
    /// The model; null where this assembly does not compose, or a module needs a service that it cannot name.
    /// </summary>
    public static ContainerFreeModel? Compose(ApplicationInput input, EquatableArray<NeededService> own)
    {
        var foreign = input.Modules.SelectMany(static module => module.Needs).ToList();
        if (!input.Composes || foreign.Any(static need => need is { IsPublic: false, IsOptional: false }))
        {
            return null;
        }

        var needs = own.Concat(foreign.Where(static need => need.IsPublic))
            .GroupBy(static need => (need.Service, need.Key, need.IsEnumerable))
            .Select(static group => group.First() with
            {
                IsOptional = group.All(static need => need.IsOptional),
                Consumer = Consumers(group.Select(static need => need.Consumer).Distinct().ToList()),
            })
            .ToList();
        var names = new UniqueNames();
        _ = names.Make("loggerFactory");
        _ = names.Make("timeProvider");
        _ = names.Make("configure");
        return new ContainerFreeModel(
            needs
                .Where(static need => !IsProvided(need))
                .OrderBy(static need => need.IsOptional).ThenBy(static need => need.Service, StringComparer.Ordinal)
                .Select(need => new ContainerFreeParameter(
                    names.Make(ParameterName(need)), TypeOf(need), need.Key, need.IsOptional, need.Consumer))
                .ToEquatableArray(),
            needs
                .Where(IsLogger)
                .Select(static need => need.Service.Substring(Logger.Length).TrimEnd('>'))
                .ToEquatableArray());
    }

    /// <summary>What the application makes itself.</summary>
    private static bool IsProvided(NeededService need) => IsLogger(need) || (need is
    {
        Key: null,
        Service: LoggerFactory or TimeProvider
            or "global::CqrsGen.IMessageContextAccessor" or "global::CqrsGen.CqrsGenOptions",
    });

    private static bool IsLogger(NeededService need) =>
        need.Service.StartsWith(Logger, StringComparison.Ordinal) && need is { Key: null, IsEnumerable: false };

    private static string TypeOf(NeededService need) => need.IsEnumerable
        ? $"global::System.Collections.Generic.IEnumerable<{need.Service}>"
        : need.Service;

    private static string Consumers(List<string> names) => names.Count switch
    {
        1 => names[0],
        2 => $"{names[0]} and {names[1]}",
        _ => $"{names[0]}, {names[1]} and {names.Count - 2} more",
    };

    /// <summary>The service's name, with its key in front of it where that is a word.</summary>
    private static string ParameterName(NeededService need)
    {
        string name = Names.Simple(need.Service);
        if (name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]))
        {
            name = name.Substring(1);
        }

        string literal = need.Key ?? "";
        string word = literal.StartsWith("\"", StringComparison.Ordinal)
            ? literal
            : literal.Substring(literal.LastIndexOf('.') + 1); // A member of an enumeration.
        string key = new(word.Where(static letter => char.IsLetterOrDigit(letter) || letter == '_').ToArray());
        return Names.Camel(
            need.IsEnumerable ? "All" + name
            : key.Length > 0 && char.IsLetter(key[0]) ? key + name
            : name + key);
    }
}
