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
    private const int MostShared = 16;
    private const string Suffix = "Middleware";

    private readonly ApplicationInput _input;
    private readonly Dictionary<string, string> _names = [];
    private readonly UniqueNames _unique = new(ReservedNames.Locals);
    private readonly List<Candidate> _candidates;
    private readonly HashSet<(string, string)> _ties = [];
    private readonly List<EquatableArray<StageModel>> _shared = [];

    public StageSelector(ApplicationInput input)
    {
        _input = input;
        _candidates = FindCandidates();
        MessageSuffixes =
        [
            .. ReservedNames.Suffixes,
            .. ReservedNames.LevelSuffixes.Select(static suffix => "_Inside" + suffix),
            .. _candidates
                .Where(static candidate => candidate.Middleware.Form != MiddlewareForm.Hooks)
                .SelectMany(candidate => AroundEmitter.Suffixes(NameOf(candidate.Middleware))),
        ];
    }

    /// <summary>What is added to the name of a message to name the members of any pipeline that it may get.</summary>
    public string[] MessageSuffixes { get; }

    /// <summary>The stages of a message, outermost first.</summary>
    /// <param name="message">The message.</param>
    /// <param name="uses">What <c>[Use]</c> names on the message or its handler.</param>
    /// <param name="others">What it names on those who listen to more than the message: it need not fit all.</param>
    /// <param name="module">The module whose own middleware applies too; null for messages of this assembly.</param>
    /// <param name="omit">Takes what cannot be ordered or found.</param>
    public EquatableArray<StageModel> Select(
        MessageModel message,
        IReadOnlyList<string> uses,
        IReadOnlyList<string> others,
        ModuleModel? module,
        Action<string, string> omit)
    {
        var stages = new List<StageModel>();
        foreach (var candidate in _candidates)
        {
            var middleware = candidate.Middleware;
            bool isNamed = uses.Contains(candidate.Definition);
            bool isWanted = isNamed || candidate.IsForAllOf(module) || others.Contains(candidate.Definition);
            if (!isWanted || Contains(stages, candidate.Definition))
            {
                continue;
            }

            if (Match(candidate, message) is { } stage)
            {
                stages.Add(stage);
            }
            else if (isNamed && middleware.Omission is null)
            {
                omit(
                    "CQG3003",
                    $"[Use<{middleware.Display}>] on {message.Type.Replace("global::", "")} or its handler does " +
                    $"nothing: the kinds or constraints of {middleware.Display} exclude the message. Change them, or " +
                    "remove the attribute.");
            }
        }

        foreach (string use in uses.Concat(others))
        {
            if (_candidates.TrueForAll(candidate => candidate.Definition != use))
            {
                omit(
                    "CQG3003",
                    $"[Use] on {message.Type.Replace("global::", "")} or its handler names " +
                    $"{use.Replace("global::", "")}, which is no middleware that can stand here. Mark that class " +
                    "[Middleware], and make it public where it is another assembly's.");
            }
        }

        ReportTies(stages, message, omit);
        return Shared(stages);
    }

    /// <summary>Whether this assembly knows a middleware: that of other modules is known when it is public.</summary>
    public bool CanName(string definition) =>
        _candidates.Exists(candidate => candidate.Definition == definition)
        || BuiltIns.Of(BuiltInSettings.All).Any(builtIn => builtIn.Definition == definition);

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

    /// <summary>One list for all messages that have the same stages.</summary>
    private EquatableArray<StageModel> Shared(List<StageModel> stages)
    {
        foreach (var known in _shared)
        {
            if (known.Count == stages.Count && IsSame(known, stages))
            {
                return known;
            }
        }

        var list = stages.ToEquatableArray();
        if (_shared.Count < MostShared)
        {
            _shared.Add(list);
        }

        return list;
    }

    private static bool IsSame(EquatableArray<StageModel> known, List<StageModel> stages)
    {
        for (int index = 0; index < stages.Count; index++)
        {
            if (!ReferenceEquals(known[index], stages[index]))
            {
                return false;
            }
        }

        return true;
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

    private List<Candidate> FindCandidates() => BuiltIns.Of(_input.BuiltIns.Enabled)
        .Concat(_input.Middleware)
        .Select(static middleware => new Candidate(middleware, null))
        .Concat(_input.Modules.SelectMany(static module => module.Middleware.Select(middleware =>
            new Candidate(middleware, module.Assembly))))
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
    private sealed class Candidate(MiddlewareModel middleware, string? module)
    {
        public MiddlewareModel Middleware { get; } = middleware;

        public string Definition { get; } = middleware.Definition;

        /// <summary>Whether it applies by itself to the messages of a module; null for this assembly.</summary>
        public bool IsForAllOf(ModuleModel? other) => Middleware.Scope switch
        {
            Explicit => false,
            Application => true,
            _ => module is null || module == other?.Assembly,
        };

        /// <summary>Its stage, where that is alike for all messages; null before the first.</summary>
        public StageModel? Alike { get; set; }
    }
}
