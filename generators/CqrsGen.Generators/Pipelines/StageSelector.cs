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
    private readonly List<Candidate> _own;
    private readonly HashSet<(string, string)> _ties = [];

    public StageSelector(ApplicationInput input)
    {
        _input = input;
        _own = FindCandidates(null);
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
        var candidates = module is null ? _own : FindCandidates(module);
        foreach (var candidate in candidates)
        {
            var middleware = candidate.Middleware;
            bool isNamed = uses.Contains(candidate.Definition);
            if ((middleware.Scope == Explicit && !isNamed) || Contains(stages, candidate.Definition))
            {
                continue;
            }

            if (Match(candidate, message) is { } stage)
            {
                stages.Add(stage);
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

        foreach (string use in uses)
        {
            if (candidates.TrueForAll(candidate => candidate.Definition != use))
            {
                omit(
                    "CQG3003",
                    $"[Use] on {message.Type.Replace("global::", "")} or its handler names " +
                    $"{use.Replace("global::", "")}, which is no middleware here. Mark that class [Middleware].");
            }
        }

        ReportTies(stages, message, omit);
        return stages.ToEquatableArray();
    }

    private static bool Contains(List<StageModel> stages, string definition)
    {
        foreach (var stage in stages)
        {
            if (stage.Definition == definition)
            {
                return true;
            }
        }

        return false;
    }

    private void ReportTies(List<StageModel> stages, MessageModel message, Action<string, string> omit)
    {
        for (int index = 1; index < stages.Count; index++)
        {
            if (stages[index].Order == stages[index - 1].Order
                && _ties.Add((stages[index - 1].Definition, stages[index].Definition)))
            {
                string first = message.Type.Replace("global::", "");
                omit(
                    "CQG3012",
                    $"{stages[index - 1].Display} and {stages[index].Display} both have the order " +
                    $"{stages[index].Order}, for one in the pipeline of {first}. Give them different orders.");
            }
        }
    }

    /// <summary>
    /// The stage that a middleware becomes: one for all messages of a kind where it is alike for them.
    /// </summary>
    private StageModel? Match(Candidate candidate, MessageModel message)
    {
        var middleware = candidate.Middleware;
        if (!MiddlewareMatcher.MayApply(middleware, message))
        {
            return null;
        }

        var stage = candidate.Alike ?? MiddlewareMatcher.Match(middleware, message);
        if (stage is null || candidate.Alike is not null)
        {
            return stage;
        }

        stage = stage with { Name = NameOf(middleware) };
        candidate.Alike = middleware.IsAlike ? stage : null;
        return stage;
    }

    private List<Candidate> FindCandidates(ModuleModel? module) => BuiltIns.Of(_input.BuiltIns.Enabled)
        .Concat(_input.Middleware)
        .Concat(_input.Modules.SelectMany(other => other.Middleware.Where(middleware =>
            middleware.Scope is Application or Explicit || other.Assembly == module?.Assembly)))
        .Select(static middleware => new Candidate(middleware))
        .OrderBy(static candidate => candidate.Middleware.Order)
        .ThenBy(static candidate => candidate.Definition, StringComparer.Ordinal)
        .ToList();

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

    /// <summary>A middleware that pipelines may have.</summary>
    private sealed class Candidate(MiddlewareModel middleware)
    {
        public MiddlewareModel Middleware { get; } = middleware;

        public string Definition { get; } = middleware.Definition;

        /// <summary>Its stage, where that is alike for all messages; null before the first.</summary>
        public StageModel? Alike { get; set; }
    }
}
