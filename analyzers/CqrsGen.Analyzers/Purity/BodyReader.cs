using System.Collections.Immutable;
using CqrsGen.Analyzers.Async;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Reads the bodies of one member: what they write, and what they call.</summary>
internal sealed partial class BodyReader
{
    private readonly PurityEngine _engine;
    private readonly IMethodSymbol _owner;
    private readonly ImmutableArray<IOperation> _blocks;
    private readonly CancellationToken _cancellationToken;
    private readonly bool _onlyReads;
    private readonly RegionReader _regions;
    private readonly List<IOperation> _all;
    private readonly Dictionary<ISymbol, Body> _nested = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, ILocalFunctionOperation> _functions = new(SymbolEqualityComparer.Default);
    private readonly Body _top;

    // Most bodies ask none of these.
    private HashSet<(Body, ISymbol Variable, ISymbol? HandedTo, int HandedAs)>? _handed;
    private FilledFields? _filled;
    private Answers? _answers;
    private CommandText? _texts;
    private RequestMethod? _requests;
    private OpenMode? _files;

    public BodyReader(
        PurityEngine engine,
        IMethodSymbol owner,
        ImmutableArray<IOperation> blocks,
        CancellationToken cancellationToken)
    {
        _engine = engine;
        _owner = owner;
        _blocks = blocks;
        _cancellationToken = cancellationToken;
        _onlyReads = Contracts.OnlyReads(owner);
        _all = [.. Operations.Walk(blocks, static _ => true)];
        _regions = new RegionReader(engine, owner, _all, PurityEngine.Levels);
        _top = new Body("", !blocks.IsEmpty && Common.Locations.IsGenerated(blocks[0].Syntax.SyntaxTree));
        foreach (var function in _all.OfType<ILocalFunctionOperation>())
        {
            _functions[function.Symbol] = function;
        }
    }

    private FilledFields Filled => _filled ??= new FilledFields();

    private Answers Answers => _answers ??= new Answers(_all);

    private CommandText Texts => _texts ??= new CommandText(_regions, _all);

    private RequestMethod Requests => _requests ??= new RequestMethod(_regions, Texts, _all);

    private OpenMode Files => _files ??= new OpenMode(_regions, _engine);

    /// <summary>Reads the member and the lambdas and local functions that it runs.</summary>
    public Body Read()
    {
        ReadInto(_top, _blocks);
        ReadBase();
        return _top;
    }

    /// <summary>What a constructor runs without saying so.</summary>
    private void ReadBase()
    {
        if (_engine.ImplicitBase(_owner) is { } constructor
            && !_all.OfType<IInvocationOperation>().Any(static call =>
                call.TargetMethod.MethodKind == MethodKind.Constructor))
        {
            _top.Calls.Add(new Call
            {
                Method = constructor,
                Instance = Region.Fresh,
                Location = Common.Locations.Of(_owner.ContainingType),
            });
        }
    }

    private void ReadInto(Body body, IEnumerable<IOperation> roots)
    {
        foreach (var operation in Operations.Walk(roots, Operations.IsOfMember))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            Read(body, operation);
        }
    }

    private void Read(Body body, IOperation operation)
    {
        if (Hints.Find(operation) is var (hint, name) && !ReflectingHandlerAnalyzer.SaysSo(_owner))
        {
            body.Hints.Add(new Effect(hint, name, Region.Static(_owner), name, Operations.LocationOf(operation)));
        }

        switch (operation)
        {
            case IInvocationOperation call:
                ReadInvocation(body, call);
                break;
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                ReadCall(body, creation, constructor, null, false, creation.Arguments, Region.Fresh);
                break;
            case IPropertyReferenceOperation { Property.GetMethod: { } getter } property when !IsOnlyWritten(property):
                ReadCall(
                    body, property, getter, property.Instance, IsOpen(getter, property.Instance), property.Arguments);
                break;
            case ISimpleAssignmentOperation assignment:
                ReadWrite(body, assignment, assignment.Target);
                break;
            case ICompoundAssignmentOperation assignment:
                ReadOperator(body, assignment, assignment.OperatorMethod);
                ReadWrite(body, assignment, assignment.Target);
                break;
            case ICoalesceAssignmentOperation assignment:
                ReadWrite(body, assignment, assignment.Target);
                break;
            case IIncrementOrDecrementOperation increment:
                ReadOperator(body, increment, increment.OperatorMethod);
                ReadWrite(body, increment, increment.Target);
                break;
            case IDeconstructionAssignmentOperation assignment:
                ReadDeconstruction(body, assignment);
                break;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } assignment:
                ReadSubscription(body, assignment, reference);
                break;
            case IBinaryOperation binary:
                ReadOperator(body, binary, binary.OperatorMethod);
                if (binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String })
                {
                    ReadMember(body, binary.LeftOperand, "ToString");
                    ReadMember(body, binary.RightOperand, "ToString");
                }

                break;
            case IAwaitOperation awaited:
                ReadMember(body, awaited.Operation, "GetAwaiter");
                break;
            case IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol deconstruct } pattern:
                ReadDeconstruction(body, pattern, deconstruct, Region.Unknown);
                break;
            case IUnaryOperation unary:
                ReadOperator(body, unary, unary.OperatorMethod);
                break;
            case IConversionOperation conversion:
                ReadOperator(body, conversion, conversion.OperatorMethod);
                break;
            case IForEachLoopOperation loop:
                ReadMember(body, loop.Collection, "GetEnumerator");
                ReadMember(body, loop.Collection, "GetAsyncEnumerator");
                break;
            case IInterpolationOperation interpolation:
                ReadMember(body, interpolation.Expression, "ToString");
                break;
            case IUsingOperation { Resources: { } resources }:
                ReadDispose(body, resources);
                break;
            case IDynamicInvocationOperation or IFunctionPointerInvocationOperation:
                AddUnknown(body, operation, EffectKind.Unknown, operation.Syntax.ToString());
                break;
            case IUsingDeclarationOperation declaration:
                ReadDispose(body, declaration.DeclarationGroup);
                break;
        }
    }

    private void ReadOperator(Body body, IOperation operation, IMethodSymbol? method)
    {
        if (method is not null && _engine.IsSource(method))
        {
            var operands = operation.ChildOperations.Select(operand => _regions.Of(operand)).ToImmutableArray();
            body.Calls.Add(new Call
            {
                Method = method,
                Arguments = operands,
                Location = Operations.LocationOf(operation),
            });
        }
    }

    private void ReadDeconstruction(Body body, IDeconstructionAssignmentOperation assignment)
    {
        var target = assignment.Target is IDeclarationExpressionOperation declared
            ? declared.Expression
            : assignment.Target;
        if (target is not ITupleOperation { Elements: var targets })
        {
            return;
        }

        if (assignment.Value.Bare().Type is INamedTypeSymbol { IsTupleType: false } type
            && type.GetMembers("Deconstruct").OfType<IMethodSymbol>()
                .FirstOrDefault(method => method.Parameters.Length == targets.Length) is { } found)
        {
            ReadDeconstruction(body, assignment, found, _regions.Of(assignment.Value));
        }

        foreach (var element in targets)
        {
            ReadWrite(body, element, element);
        }
    }

    private void ReadDeconstruction(Body body, IOperation operation, IMethodSymbol method, Region instance)
    {
        if (_engine.IsSource(method) && !method.IsStatic)
        {
            body.Calls.Add(new Call
            {
                Method = method,
                Instance = instance,
                Location = Operations.LocationOf(operation),
            });
        }
    }

    /// <summary>A call that syntax does not show: by the name of a method without parameters.</summary>
    private void ReadMember(Body body, IOperation instance, string name)
    {
        if (instance.Bare().Type is INamedTypeSymbol type && _engine.IsSource(type))
        {
            for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
            {
                if (current.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static method =>
                    method.Parameters.All(static parameter => parameter.IsOptional)) is { } found)
                {
                    ReadCall(body, instance, found, instance.Bare(), false, []);
                    return;
                }
            }
        }
    }

    /// <summary>What is made here is nobody's concern when it is disposed of.</summary>
    private void ReadDispose(Body body, IOperation resources)
    {
        var values = resources is IVariableDeclarationGroupOperation group
            ? group.GetDeclaredVariables().SelectMany(variable => _regions.ValuesOf(variable)).OfType<IOperation>()
            : [resources];
        foreach (var value in values.Where(value => _regions.Of(value).Kind != RegionKind.Fresh))
        {
            ReadMember(body, value, "Dispose");
            ReadMember(body, value, "DisposeAsync");
        }
    }

    /// <summary>The body of a lambda or local function, read when it is first run.</summary>
    private Body NestedOf(IMethodSymbol symbol, string name, IEnumerable<IOperation> blocks)
    {
        if (!_nested.TryGetValue(symbol, out var body))
        {
            _nested[symbol] = body = new Body(name, _top.IsGenerated);
            ReadInto(body, blocks);
        }

        return body;
    }

    private static bool IsOnlyWritten(IPropertyReferenceOperation property) => property.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target == property,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation assignment } =>
            assignment.Target == property.Parent,
        _ => false,
    };

    private static bool IsOpen(IMethodSymbol method, IOperation? instance) =>
        (method.IsAbstract || method.IsVirtual || method.IsOverride)
        && instance?.Syntax is not Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax;
}
