using CqrsGen.Generators.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators.Validation;

/// <summary>A message with all types that objects inside it can have, and which of them matter.</summary>
internal sealed class ValidationClosure
{
    // A generic type that holds a larger form of itself, Node<Node<T>>, would never end.
    private const int MostTypes = 200;

    private readonly Dictionary<INamedTypeSymbol, TypeBuilder> _types = new(SymbolEqualityComparer.Default);
    private readonly List<TypeBuilder> _order = [];
    private readonly HashSet<INamedTypeSymbol> _validating = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _normalizing = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _recursive = new(SymbolEqualityComparer.Default);
    private readonly List<Omission> _omissions = [];

    private ValidationClosure()
    {
    }

    public static ValidationClosure Of(
        INamedTypeSymbol message, ValidationCache cache, CancellationToken cancellationToken)
    {
        var closure = new ValidationClosure();
        closure.Gather(message, cache, cancellationToken);
        closure.Mark(closure._validating, static type => type.HasOwnRules, static _ => true);
        closure.Mark(
            closure._normalizing, static type => type.HasOwnNormalization, type => closure.Normalized(type).Any());
        foreach (var type in closure._validating)
        {
            if (closure.Reaches(type, type))
            {
                closure._recursive.Add(type);
            }
        }

        return closure;
    }

    /// <summary>The name of the generated class; no other type of the assembly has the same.</summary>
    public static string ClassNameOf(INamedTypeSymbol type) =>
        Names.Identifier(type.Key().Replace("global::", "")) + "Rules";

    /// <summary>The types that matter, the message first.</summary>
    public List<ValidatedType> Build() =>
        [.. _order
            .Where(type => _validating.Contains(type.Type) || _normalizing.Contains(type.Type))
            .Select(Build)];

    /// <summary>What cannot be generated; complete after <see cref="Build()"/>.</summary>
    public List<Omission> Omissions() =>
        [.. _order.SelectMany(static type => type.Omissions).Concat(_omissions).Distinct()];

    /// <summary>What code that names the types that matter must be prepared for.</summary>
    public Notices Notices() => Common.Notices.Of(_order
        .Where(type => _validating.Contains(type.Type) || _normalizing.Contains(type.Type))
        .SelectMany(static type => type.Notices));

    private void Gather(INamedTypeSymbol message, ValidationCache cache, CancellationToken cancellationToken)
    {
        var waiting = new Queue<INamedTypeSymbol>([message]);
        while (waiting.Count > 0)
        {
            var type = waiting.Dequeue();
            if (_types.ContainsKey(type))
            {
                continue;
            }

            if (_types.Count == MostTypes)
            {
                _omissions.Add(new Omission(
                    TypeBuilder.RuleId,
                    $"{message.ToDisplayString()} holds objects of more than {MostTypes} types, which generated " +
                    "validation does not follow. Validate it by an IValidator<T>, or switch its validation off."));
                return;
            }

            var builder = cache.TypeOf(type, cancellationToken);
            _types.Add(type, builder);
            _order.Add(builder);
            foreach (var target in builder.Targets)
            {
                waiting.Enqueue(target);
            }
        }
    }

    /// <summary>
    /// Marks the types that have something themselves, and those that hold such types and can do something for them: a
    /// class cannot be copied with what it holds, which is said, and not asked to.
    /// </summary>
    private void Mark(
        HashSet<INamedTypeSymbol> marked, Func<TypeBuilder, bool> hasOwn, Func<TypeBuilder, bool> passesOn)
    {
        bool isGrowing = true;
        while (isGrowing)
        {
            isGrowing = false;
            foreach (var type in _order)
            {
                isGrowing |= !marked.Contains(type.Type)
                    && (hasOwn(type) || (type.Targets.Any(marked.Contains) && passesOn(type)))
                    && marked.Add(type.Type);
            }
        }
    }

    private bool Reaches(INamedTypeSymbol from, INamedTypeSymbol goal)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var waiting = new Stack<INamedTypeSymbol>([from]);
        while (waiting.Count > 0)
        {
            foreach (var target in _types[waiting.Pop()].Targets.Where(_validating.Contains))
            {
                if (SymbolEqualityComparer.Default.Equals(target, goal))
                {
                    return true;
                }

                if (seen.Add(target))
                {
                    waiting.Push(target);
                }
            }
        }

        return false;
    }

    private ValidatedType Build(TypeBuilder type) => new()
    {
        Type = type.Type.Key(),
        ClassName = ClassNameOf(type.Type),
        IsRecursive = _recursive.Contains(type.Type),
        HasRules = _validating.Contains(type.Type),
        HasNormalization = _normalizing.Contains(type.Type),
        Fields = type.Fields.ToEquatableArray(),
        Members = type.Members.Select(Build).Where(HasContent).ToEquatableArray(),
        Statements = type.Statements.ToEquatableArray(),
        SelfCheck = type.SelfCheck,
        Normalized = Normalized(type).ToEquatableArray(),
        TrimmedPlaces = type.TrimmedPlaces.Distinct().ToEquatableArray(),
    };

    private IEnumerable<NormalizedMember> Normalized(TypeBuilder type) => NormalizationParser.Build(
        type, target => _normalizing.Contains(target) ? ClassNameOf(target) : null, _omissions);

    private ValidatedMember Build(MemberBuilder member) => new()
    {
        Name = member.Name,
        Access = member.Access,
        Local = member.Local,
        Value = member.Value,
        IsNullableValue = member.IsNullableValue,
        CanBeNull = member.CanBeNull,
        Required = member.Required,
        Rules = member.Rules.ToEquatableArray(),
        ValueRules = member.ValueRules.ToEquatableArray(),
        Nested = member.Nested
            .Where(path => _validating.Contains(path.Target))
            .Select(path => path.Build(ClassNameOf, _recursive.Contains))
            .ToEquatableArray(),
    };

    private static bool HasContent(ValidatedMember member) =>
        member.Required is not null || member.Rules.Count + member.ValueRules.Count + member.Nested.Count > 0;
}
