using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.CodeFixes.Messages;

/// <summary>Every use of a member that holds a collection, to tell whether another type would do.</summary>
/// <param name="Reads">Where the member is read.</param>
/// <param name="Given">What it is set to.</param>
internal sealed record CollectionUses(ImmutableArray<IOperation> Reads, ImmutableArray<IOperation> Given)
{
    /// <summary>The uses in a solution; null when one of them cannot be judged.</summary>
    public static async Task<CollectionUses?> FindAsync(
        ISymbol member, Solution solution, CancellationToken cancellationToken)
    {
        var type = member.ContainingType;
        var places = await OperationsAsync(member, solution, cancellationToken).ConfigureAwait(false);
        var reads = places.Where(static place => !IsTarget(place)).ToImmutableArray();
        var given = places.Where(IsTarget)
            .Select(static place => ((ISimpleAssignmentOperation)place!.Parent!).Value)
            .Concat(await InitialValuesAsync(member, solution, cancellationToken).ConfigureAwait(false))
            .ToList();
        var makers = type.InstanceConstructors.Where(constructor =>
            constructor.Parameters.Any(parameter => parameter.Name == member.Name));
        foreach (var constructor in makers)
        {
            foreach (var place in await OperationsAsync(constructor, solution, cancellationToken).ConfigureAwait(false))
            {
                given.AddRange(place is IObjectCreationOperation created
                    ? created.Arguments
                        .Where(argument => argument.Parameter?.Name == member.Name
                            && argument.ArgumentKind == ArgumentKind.Explicit)
                        .Select(static argument => (IOperation?)argument.Value)
                    : [null]);
            }
        }

        var deconstruct = type.GetMembers("Deconstruct").FirstOrDefault(static found => found.IsImplicitlyDeclared);
        bool isTakenApart = deconstruct is not null
            && !(await OperationsAsync(deconstruct, solution, cancellationToken).ConfigureAwait(false)).IsEmpty;
        return isTakenApart || reads.Contains(null) || !given.TrueForAll(IsPlain)
            ? null
            : new CollectionUses([.. reads.OfType<IOperation>()], [.. given.OfType<IOperation>()]);
    }

    /// <summary>Whether every use works with this type as well.</summary>
    public bool Allow(INamedTypeSymbol wanted) =>
        Reads.All(read => IsAllowed(read, wanted)) && Given.All(given => Fits(given, wanted));

    /// <summary>What stands where a symbol is named, apart from comments; null for what is not understood.</summary>
    private static async Task<ImmutableArray<IOperation?>> OperationsAsync(
        ISymbol symbol, Solution solution, CancellationToken cancellationToken)
    {
        var operations = ImmutableArray.CreateBuilder<IOperation?>();
        var found = await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false);
        foreach (var location in found
            .Where(references => SymbolEqualityComparer.Default.Equals(references.Definition, symbol))
            .SelectMany(static references => references.Locations)
            .Where(static location => location.Document is not SourceGeneratedDocument))
        {
            var root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var semantics = await location.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            var token = root!.FindToken(location.Location.SourceSpan.Start, findInsideTrivia: true);
            if (!token.Parent!.IsPartOfStructuredTrivia())
            {
                operations.Add(OperationAt(token.Parent!, symbol, semantics!, cancellationToken));
            }
        }

        return operations.ToImmutable();
    }

    private static IOperation? OperationAt(
        SyntaxNode node, ISymbol symbol, SemanticModel semantics, CancellationToken cancellationToken)
    {
        for (var current = node; current is ExpressionSyntax; current = current.Parent)
        {
            var operation = semantics.GetOperation(current, cancellationToken);
            var target = operation switch
            {
                IPropertyReferenceOperation property => property.Property,
                IFieldReferenceOperation field => field.Field,
                IObjectCreationOperation created => created.Constructor,
                _ => (ISymbol?)null,
            };
            if (SymbolEqualityComparer.Default.Equals(target, symbol))
            {
                return operation;
            }
        }

        return null;
    }

    private static async Task<IEnumerable<IOperation?>> InitialValuesAsync(
        ISymbol member, Solution solution, CancellationToken cancellationToken)
    {
        var values = new List<IOperation?>();
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var value = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) switch
            {
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                VariableDeclaratorSyntax field => field.Initializer?.Value,
                _ => null,
            };
            if (value is not null && solution.GetDocument(reference.SyntaxTree) is { } document)
            {
                var semantics = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
                values.Add(semantics?.GetOperation(value, cancellationToken));
            }
        }

        return values;
    }

    private static bool IsTarget(IOperation? place) =>
        place?.Parent is ISimpleAssignmentOperation assignment && assignment.Target == place;

    /// <summary><c>new()</c> makes what its target says: with another target something else, or nothing.</summary>
    private static bool IsPlain(IOperation? given) =>
        given is not null
        && given.DescendantsAndSelf().All(static part => part.Syntax is not ImplicitObjectCreationExpressionSyntax);

    private static bool IsAllowed(IOperation read, INamedTypeSymbol wanted) => read.Parent switch
    {
        IForEachLoopOperation or INameOfOperation => true,
        IConversionOperation { IsImplicit: true, Parent: IForEachLoopOperation } => true,
        IConversionOperation { IsImplicit: true } conversion => Converts(read, wanted, conversion.Type),
        IArgumentOperation argument => Converts(read, wanted, argument.Parameter?.Type),
        IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation } => true,
        IPropertyReferenceOperation member when member.Instance == read =>
            (member.Property.IsIndexer ? Has(wanted, "this[]") : member.Property.Name == "Count")
            && IsReadAlone(member),
        IInvocationOperation { TargetMethod: { Name: "ContainsKey" or "TryGetValue" } method } =>
            Has(wanted, method.Name),
        IArrayElementReferenceOperation element =>
            element.Indices.All(static index => index.Type?.SpecialType == SpecialType.System_Int32)
            && IsReadAlone(element),
        _ => false,
    };

    private static bool IsReadAlone(IOperation item) => item.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target != item,
        IArgumentOperation argument => argument.Parameter?.RefKind == RefKind.None,
        IIncrementOrDecrementOperation or IAddressOfOperation or IMemberInitializerOperation => false,
        _ => true,
    };

    private static bool Has(INamedTypeSymbol wanted, string member) =>
        wanted.AllInterfaces.Append(wanted).Any(type => !type.GetMembers(member).IsEmpty);

    private static bool Fits(IOperation given, INamedTypeSymbol wanted)
    {
        while (given is IConversionOperation { IsImplicit: true } conversion)
        {
            given = conversion.Operand;
        }

        return given is ICollectionExpressionOperation
            || given.ConstantValue is { HasValue: true, Value: null }
            || (given.Type is { } type && Converts(given, type, wanted));
    }

    private static bool Converts(IOperation place, ITypeSymbol from, ITypeSymbol? to) =>
        to is not null
        && place.SemanticModel?.Compilation is CSharpCompilation compilation
        && compilation.ClassifyConversion(from, to) is { IsImplicit: true, IsUserDefined: false };
}
