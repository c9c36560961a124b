using CqrsGen.Rules;

namespace CqrsGen.Generators.Registration;

/// <summary>The switch over the messages of one kind and result that have no generated route.</summary>
internal sealed record RouteSwitch(MessageKind Kind, string Result, IReadOnlyList<SwitchCase> Cases)
{
    public string Method => Kind switch
    {
        MessageKind.Command => "Send",
        MessageKind.Query => "Query",
        _ => "Stream",
    };

    public string Interface => Kind switch
    {
        MessageKind.Command => $"ICommandSwitch<{Result}>",
        MessageKind.Query => $"IQuerySwitch<{Result}>",
        _ => $"IStreamSwitch<{Result}>",
    };

    public string MessageInterface => Kind switch
    {
        MessageKind.Command => $"ICommand<{Result}>",
        MessageKind.Query => $"IQuery<{Result}>",
        _ => $"IStreamQuery<{Result}>",
    };

    public string Task => Kind == MessageKind.StreamQuery
        ? $"IAsyncEnumerable<{Result}>"
        : $"ValueTask<{Result}>";

    /// <summary>The switches of an assembly.</summary>
    public static List<RouteSwitch> Of(RoutesModel model) => model.ByType
        .Where(static route => !IsPlain(route))
        .GroupBy(static route => (route.Kind, route.ResultKey))
        .Select(static group => new RouteSwitch(group.Key.Kind, group.First().Result!, group.ToList()))
        .ToList();

    /// <summary>Commands without result and events have virtual methods instead of an interface.</summary>
    public static bool IsPlain(SwitchCase route) => route.Kind == MessageKind.Event || route.Result is null;
}
