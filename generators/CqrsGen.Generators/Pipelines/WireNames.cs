namespace CqrsGen.Generators.Pipelines;

/// <summary>Holds that a wire name stands for one message, here and in every module of the application.</summary>
/// <remarks>Case tells no names apart: options name messages, and configuration ignores the case of its keys.</remarks>
internal sealed class WireNames
{
    private readonly Dictionary<string, (string Name, string Type, string Assembly)> _owners =
        new(StringComparer.OrdinalIgnoreCase);

    private readonly Action<string, string> _omit;

    private WireNames(Action<string, string> omit) => _omit = omit;

    public static void Check(
        ApplicationInput input, IReadOnlyList<PipelineModel> pipelines, Action<string, string> omit)
    {
        var names = new WireNames(omit);
        var elsewhere = names.ClaimModules(input);
        var declared = new HashSet<string>(input.Messages.Select(static message => message.Type));
        foreach (var pipeline in pipelines)
        {
            string type = pipeline.Message.Type;
            if (pipeline.HasPipeline && (declared.Contains(type) || !elsewhere.Contains(type)))
            {
                names.Claim(pipeline.Message.WireName, type, input.Facts.Assembly, isChecked: true);
            }
        }
    }

    /// <summary>The names of the modules' messages; only the assembly that composes them compares them.</summary>
    private HashSet<string> ClaimModules(ApplicationInput input)
    {
        var entries = input.Modules
            .SelectMany(static module => module.Messages.Select(entry => (module.Assembly, Entry: entry)))
            .ToList();
        var types = new HashSet<string>();
        foreach (var (assembly, entry) in entries.Where(static place => place.Entry.IsDeclared))
        {
            types.Add(entry.Message.Type);
            Claim(entry.Message.WireName, entry.Message.Type, assembly, input.Composes);
        }

        // Handled there, but declared in an assembly without routes, or a closed form of a generic message.
        foreach (var (assembly, entry) in entries.Where(place => types.Add(place.Entry.Message.Type)))
        {
            Claim(entry.Message.WireName, entry.Message.Type, assembly, input.Composes);
        }

        return types;
    }

    private void Claim(string wireName, string type, string assembly, bool isChecked)
    {
        if (!_owners.TryGetValue(wireName, out var owner))
        {
            _owners[wireName] = (wireName, type, assembly);
        }
        else if (isChecked)
        {
            string what = owner.Name == wireName
                ? $"The wire name '{wireName}' stands for"
                : $"The wire names '{owner.Name}' and '{wireName}' differ in case only, which options do not see. " +
                    "They stand for";
            _omit(
                "CQG3019",
                $"{what} {Display(owner.Type, owner.Assembly)} and {Display(type, assembly)}. " +
                "State a Name of its own for each.");
        }
    }

    private static string Display(string type, string assembly) => $"{type.Replace("global::", "")} in {assembly}";
}
