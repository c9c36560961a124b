namespace CqrsGen.Generators.Middleware;

/// <summary>What a hook returns.</summary>
internal enum HookAnswer
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>State for the later hooks.</summary>
    State,

    /// <summary><c>Decision&lt;TResult&gt;</c>.</summary>
    Decision,

    /// <summary><c>Decision&lt;TResult, TState&gt;</c>.</summary>
    DecisionWithState,

    /// <summary><c>Recovery&lt;TResult&gt;</c>.</summary>
    Recovery,
}
