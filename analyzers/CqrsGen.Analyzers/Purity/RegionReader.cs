using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>The regions of the expressions of one member, its lambdas and local functions included.</summary>
internal sealed class RegionReader
{
    private const int Deepest = 24;

    private readonly PurityEngine _engine;
    private readonly IMethodSymbol _owner;
    private readonly int _levels;
    private readonly VariableValues _values;
    private readonly Dictionary<ISymbol, Region> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Makes a reader.</summary>
    /// <param name="engine">Knows what other methods return.</param>
    /// <param name="owner">The member.</param>
    /// <param name="operations">All its operations.</param>
    /// <param name="levels">How many calls deep it may ask what is returned.</param>
    public RegionReader(
        PurityEngine engine, IMethodSymbol owner, IReadOnlyList<IOperation> operations, int levels)
    {
        _engine = engine;
        _owner = owner;
        _levels = levels;
        _values = new VariableValues(operations);
    }

    /// <summary>Every value that a variable is given, null for those that cannot be seen.</summary>
    public IReadOnlyList<IOperation?> ValuesOf(ISymbol variable) => _values.Of(variable);

    /// <summary>Where the object that an expression yields came from.</summary>
    public Region Of(IOperation? operation) => Of(operation, 0);

    /// <summary>What is written when a member of this instance is: of a struct, the place where it stands.</summary>
    public Region Written(IOperation? instance) =>
        instance?.Type is { IsValueType: true } ? Slot(instance) : Of(instance);

    /// <summary>The region of a variable itself, as a <c>ref</c> to it reaches.</summary>
    public Region Slot(IOperation operation) => operation.Bare() switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } => Region.Fresh,
        ILocalReferenceOperation local => Variable(local.Local, 0),
        IParameterReferenceOperation { Parameter: var parameter } =>
            IsCaptured(parameter) ? OfInstance()
            : parameter.RefKind is RefKind.Ref or RefKind.Out ? OfParameter(parameter, 0)
            : Region.Fresh,
        IFieldReferenceOperation { Field.IsStatic: true } field => Region.Static(field.Field),
        IFieldReferenceOperation field => Written(field.Instance),
        IArrayElementReferenceOperation element => Of(element.ArrayReference),
        IInstanceReferenceOperation instance => Of(instance),
        _ => Region.Unknown,
    };

    private Region Of(IOperation? operation, int depth)
    {
        if (operation is null || depth > Deepest)
        {
            return Region.Unknown;
        }

        operation = operation.Bare();
        if (Entities.IsSet(operation.Type))
        {
            return Region.Tracked;
        }

        depth++;
        switch (operation)
        {
            case ILiteralOperation or IDefaultValueOperation or IThrowOperation:
                return Region.Nothing;
            case IObjectCreationOperation or ITypeParameterObjectCreationOperation or IArrayCreationOperation
                or IAnonymousObjectCreationOperation or ICollectionExpressionOperation or IWithOperation
                or IDelegateCreationOperation or ITupleOperation or IInterpolatedStringOperation:
                return Region.Fresh;
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return OfInstance();
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                return Region.Fresh;
            case ILocalReferenceOperation local:
                return Variable(local.Local, depth);
            case IParameterReferenceOperation parameter:
                return OfParameter(parameter.Parameter, depth);
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } memo
                when _engine.IsMarkedMemo(memo.Member):
                return Region.Fresh;
            case IFieldReferenceOperation { Field.IsStatic: true } field:
                return Region.Static(field.Field);
            case IFieldReferenceOperation field:
                return Of(field.Instance, depth);
            case IPropertyReferenceOperation property:
                return OfProperty(property, depth);
            case IArrayElementReferenceOperation element:
                return Of(element.ArrayReference, depth);
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull, depth);
            case IConditionalAccessInstanceOperation instance:
                return Of(Operations.TargetOf(instance), depth);
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value, depth).Join(Of(coalesce.WhenNull, depth));
            case ICoalesceAssignmentOperation assignment:
                return Of(assignment.Target, depth).Join(Of(assignment.Value, depth));
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value, depth);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Of(conditional.WhenTrue, depth).Join(Of(otherwise, depth));
            case ISwitchExpressionOperation choice:
                return choice.Arms.Select(arm => Of(arm.Value, depth))
                    .Aggregate(Region.Nothing, static (one, other) => one.Join(other));
            case IAwaitOperation awaited:
                return Of(awaited.Operation, depth);
            case IInvocationOperation call:
                return Returned(call, depth);
            default:
                return Region.Unknown;
        }
    }

    /// <summary>What is stored in an object belongs to it; what a getter makes is as new as the getter says.</summary>
    private Region OfProperty(IPropertyReferenceOperation reference, int depth)
    {
        var property = reference.Property;
        if (Ambient.IsPartOfRequest(property))
        {
            return Region.Unknown;
        }

        if (_engine.IsSource(property) && property.GetMethod is { } getter
            && (property.IsStatic || !(getter.IsAbstract || getter.IsVirtual || getter.IsOverride))
            && _engine.HasBody(getter.OriginalDefinition, CancellationToken.None))
        {
            var returned = _levels == 0 ? Region.Unknown : _engine.ReturnOf(getter.OriginalDefinition, _levels - 1);
            return returned.Kind == RegionKind.This ? Of(reference.Instance, depth) : returned;
        }

        return !property.IsStatic ? Of(reference.Instance, depth)
            : _engine.IsSource(property) ? Region.Static(property)
            : Region.Unknown;
    }

    /// <summary>What a constructor writes to its instance, nobody else sees yet.</summary>
    private Region OfInstance() =>
        _owner.MethodKind == MethodKind.Constructor ? Region.Fresh : Region.This;

    private bool IsCaptured(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && !SymbolEqualityComparer.Default.Equals(constructor, _owner);

    private Region OfParameter(IParameterSymbol parameter, int depth)
    {
        if (IsCaptured(parameter))
        {
            return OfInstance();
        }

        // The parameter of an extension block is what its members are called on.
        if (parameter.ContainingSymbol is INamedTypeSymbol)
        {
            return Region.This;
        }

        if (SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _owner))
        {
            var given = Region.Parameter(parameter.Ordinal);
            return ValuesOf(parameter).Count > 0 ? given.Join(Variable(parameter, depth)) : given;
        }

        return _values.LambdaOf(parameter.ContainingSymbol) is { } lambda
            ? OfItems(lambda, depth)
            : Region.Unknown;
    }

    /// <summary>What a lambda is given by LINQ and its like: items of what the method is called on.</summary>
    private Region OfItems(IAnonymousFunctionOperation lambda, int depth)
    {
        if (lambda.Parent?.Parent?.Parent is not IInvocationOperation call
            || _engine.Find(call.TargetMethod) is not { Action: CatalogueAction.Run })
        {
            return Region.Unknown;
        }

        var source = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        return source?.Type?.ContainingNamespace?.ToDisplayString().StartsWith(
            "System.Collections", StringComparison.Ordinal) == true || source?.Type is IArrayTypeSymbol
            ? Of(source, depth)
            : Region.Unknown;
    }

    private Region Variable(ISymbol variable, int depth)
    {
        if (_known.TryGetValue(variable, out var known))
        {
            return known;
        }

        _known[variable] = Region.Nothing; // While it is asked: what it is given from itself adds nothing.
        var region = Region.Nothing;
        foreach (var value in ValuesOf(variable))
        {
            region = region.Join(Of(value, depth));
        }

        _known[variable] = region;
        return region;
    }

    private Region Returned(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        var source = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        if (_engine.IsSource(method))
        {
            if (call.IsVirtual || _levels == 0 || method.MethodKind == MethodKind.LocalFunction)
            {
                return Region.Unknown;
            }

            var returned = _engine.ReturnOf(method.OriginalDefinition, _levels - 1);
            return returned.Kind switch
            {
                RegionKind.This => Of(call.Instance, depth),
                RegionKind.Parameter => Of(
                    call.Arguments.FirstOrDefault(given => given.Parameter?.Ordinal == returned.Index)?.Value, depth),
                _ => returned,
            };
        }

        return _engine.Find(method) is { Action: CatalogueAction.Make }
            ? Region.Fresh
            : LibraryResults.Of(method, Of(source, depth));
    }
}
