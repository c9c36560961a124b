using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Middleware;
using CqrsGen.Generators.Modules;

namespace CqrsGen.Generators.Pipelines;

/// <summary>Selects and orders the middleware of a message.</summary>
internal sealed class StageSelector
{
    private const int Application = 1;
    private const int Explicit = 2;
    private const string Suffix = "Middleware";

    private readonly ApplicationInput _input;
    private readonly Dictionary<string, string> _names = [];
    private readonly UniqueNames _unique = new(ReservedNames.Locals);
    private readonly List<MiddlewareModel> _own;
    private readonly HashSet<(string, string)> _ties = [];

    public StageSelector(ApplicationInput input)
    {
        _input = input;
        _own = FindCandidates(null).ToList();
    }

    /// <summary>The stages of a message, outermost first.</summary>
    /// <param name="message">The message.</param>
    /// <param name="uses">What <c>[Use]</c> names on the message or its handler.</param>
    /// <param name="module">The module whose own middleware applies too; null for messages of this assembly.</param>
    /// <param name="omit">Takes what cannot be ordered or found.</param>
    public EquatableArray<StageModel> Select(
        MessageModel message, IReadOnlyList<string> uses, ModuleModel? module, Action<string, string> omit)
    {
        var stages = new List<StageModel>();
        foreach (var middleware in Candidates(module))
        {
            bool isNamed = uses.Contains(middleware.Definition);
            if ((middleware.Scope == Explicit && !isNamed)
                || stages.Any(stage => stage.Definition == middleware.Definition))
            {
                continue;
            }

            if (MiddlewareMatcher.Match(middleware, message) is { } stage)
            {
                stages.Add(stage with { Name = NameOf(middleware) });
            }
            else if (isNamed)
            {
                omit(
                    "CQG3003",
                    $"[Use<{middleware.Display}>] on {message.Type.Replace("global::", "")} or its handler does " +
                    $"nothing: the constraints of {middleware.Display} exclude the message. Change the constraints " +
                    "or remove the attribute.");
            }
        }

        foreach (string use in uses.Where(use => Candidates(module).All(candidate => candidate.Definition != use)))
        {
            omit(
                "CQG3003",
                $"[Use] on {message.Type.Replace("global::", "")} or its handler names " +
                $"{use.Replace("global::", "")}, which is no middleware here. Mark that class [Middleware].");
        }

        var ordered = stages
            .OrderBy(static stage => stage.Order)
            .ThenBy(static stage => stage.Definition, StringComparer.Ordinal)
            .ToList();
        for (int index = 1; index < ordered.Count; index++)
        {
            if (ordered[index].Order == ordered[index - 1].Order
                && _ties.Add((ordered[index - 1].Definition, ordered[index].Definition)))
            {
                string first = message.Type.Replace("global::", "");
                omit(
                    "CQG3012",
                    $"{ordered[index - 1].Display} and {ordered[index].Display} both have the order " +
                    $"{ordered[index].Order}, for one in the pipeline of {first}. Give them different orders.");
            }
        }

        return ordered.ToEquatableArray();
    }

    private IEnumerable<MiddlewareModel> Candidates(ModuleModel? module) =>
        module is null ? _own : FindCandidates(module);

    private IEnumerable<MiddlewareModel> FindCandidates(ModuleModel? module) => BuiltIns.Of(_input.BuiltIns.Enabled)
        .Concat(_input.Middleware)
        .Concat(_input.Modules.SelectMany(other => other.Middleware.Where(middleware =>
            middleware.Scope is Application or Explicit || other.Assembly == module?.Assembly)));

    /// <summary><c>TimingMiddleware</c> gives <c>Timing</c>: in a pipeline everything is middleware.</summary>
    private static string ShortName(string name) =>
        name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - Suffix.Length)
            : name;

    private string NameOf(MiddlewareModel middleware)
    {
        if (!_names.TryGetValue(middleware.Definition, out string? name))
        {
            name = _unique.Make(ShortName(Names.Simple(middleware.Definition)), "State", "Decision");
            _names[middleware.Definition] = name;
        }

        return name;
    }
}
