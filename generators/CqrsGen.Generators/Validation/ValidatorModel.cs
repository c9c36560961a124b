using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;

namespace CqrsGen.Generators.Validation;

/// <summary>A class that implements <c>IValidator&lt;T&gt;</c>.</summary>
internal sealed record ValidatorModel
{
    public required string Type { get; init; }

    /// <summary>What it checks: a message, one of its base types or interfaces.</summary>
    public required string Message { get; init; }

    public EquatableArray<DependencyModel> Dependencies { get; init; }

    public bool IsSingleton { get; init; }

    /// <summary>What code that makes and calls it must be prepared for.</summary>
    public Notices Notices { get; init; } = Notices.None;

    /// <summary>Why it is left out of the generated code; null when it is not.</summary>
    public Omission? Omission { get; init; }
}
