using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Middleware;

/// <summary>
/// The built-in middleware, as the parser would read it from its source; reading it from metadata would cost every
/// build what is the same every time. A test holds it against the classes.
/// </summary>
internal static class BuiltIns
{
    /// <summary>Its bit in <c>BuiltIn</c>; it alone changes the token of what stands inside it.</summary>
    public const int Timeout = 16;

    private const int Context = 1;
    private const int Telemetry = 2;
    private const int Logging = 4;
    private const int ValidationBit = 8;
    private const int CommandsAndQueries = 3;
    private const int AllButEvents = 7;

    private static readonly HookParameterModel s_info = new(HookParameterRole.Info, "global::CqrsGen.MessageInfo");
    private static readonly HookParameterModel s_exception =
        new(HookParameterRole.Exception, "global::System.Exception");

    private static readonly MiddlewareModel[] s_all =
    [
        Hooks("ContextMiddleware", Context, -5000,
        [
            Before("global::CqrsGen.ContextState"),
            Hook(HookKind.Finally, State("global::CqrsGen.ContextState")),
        ]),
        Hooks("TelemetryMiddleware", Telemetry, -4000,
        [
            Before("global::CqrsGen.TelemetryState", s_info),
            Hook(HookKind.After, s_info, State("global::CqrsGen.TelemetryState")),
            Hook(HookKind.Failed, s_info, s_exception, State("global::CqrsGen.TelemetryState")),
        ]),
        Hooks("LoggingMiddleware", Logging, -3000,
        [
            Before("long", s_info),
            Hook(HookKind.After, s_info, State("long")),
            Hook(HookKind.Failed, s_info, s_exception, State("long")),
        ]),
        Hooks("TimeoutMiddleware", Timeout, -2000,
        [
            Before(
                "global::CqrsGen.TimeoutState",
                s_info,
                new HookParameterModel(HookParameterRole.Token, "global::System.Threading.CancellationToken")),
            Hook(HookKind.Failed, s_exception, State("global::CqrsGen.TimeoutState")) with { IsStatic = true },
            Hook(HookKind.Finally, State("global::CqrsGen.TimeoutState")),
        ]) with
        {
            Kinds = CommandsAndQueries,
        },
        Model("Validation", MiddlewareForm.Validation, ValidationBit, -1000) with
        {
            Kinds = AllButEvents,
            Dependencies = default,
        },
    ];

    /// <summary>The built-in middleware that is switched on.</summary>
    public static IEnumerable<MiddlewareModel> Of(int enabled) =>
        s_all.Where(middleware => (middleware.BuiltIn & enabled) != 0);

    private static MiddlewareModel Hooks(string name, int bit, int order, EquatableArray<HookModel> hooks) =>
        Model(name, MiddlewareForm.Hooks, bit, order) with { Hooks = hooks };

    private static MiddlewareModel Model(string name, MiddlewareForm form, int bit, int order) => new()
    {
        Type = "global::CqrsGen." + name,
        Form = form,
        Order = order,
        BuiltIn = bit,
        IsSingleton = true,
        Dependencies =
        [
            new DependencyModel
            {
                Parameter = "composition",
                Type = "global::CqrsGen.Infrastructure.Composition",
                Kind = DependencyKind.Composition,
                IsSingleton = true,
            },
        ],
    };

    private static HookModel Before(string state, params HookParameterModel[] parameters) =>
        Hook(HookKind.Before, parameters) with { Answer = HookAnswer.State, State = state };

    private static HookModel Hook(HookKind kind, params HookParameterModel[] parameters) => new()
    {
        Kind = kind,
        Method = kind.ToString(),
        Parameters = parameters.ToEquatableArray(),
    };

    private static HookParameterModel State(string type) => new(HookParameterRole.State, type);
}
