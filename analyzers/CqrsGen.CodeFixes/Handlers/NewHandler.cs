using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace CqrsGen.CodeFixes.Handlers;

/// <summary>A handler class that is still to be written.</summary>
internal sealed record NewHandler(INamedTypeSymbol Message, MessageKind Kind, ITypeSymbol? Result, string Name)
{
    /// <summary>The declaration of the class, whose method throws until it is filled in.</summary>
    public SyntaxNode Write(SyntaxGenerator generator, Compilation compilation)
    {
        var method = generator.MethodDeclaration(
            "HandleAsync",
            parameters:
            [
                generator.ParameterDeclaration(Kind == MessageKind.Command ? "command" : "query", TypeOf(Message)),
                generator.ParameterDeclaration("cancellationToken", Known("System.Threading.CancellationToken")),
            ],
            returnType: ReturnType(),
            accessibility: Accessibility.Public,
            statements:
            [
                generator.ThrowStatement(
                    generator.ObjectCreationExpression(Known("System.NotImplementedException"))),
            ]);
        return generator.ClassDeclaration(
                Name,
                accessibility: Accessibility.Internal,
                modifiers: DeclarationModifiers.Sealed,
                interfaceTypes: [HandlerInterface()],
                members: [method])
            .WithAdditionalAnnotations(Formatter.Annotation);

        SyntaxNode TypeOf(ITypeSymbol type) => generator.TypeExpression(type, addImport: true);

        SyntaxNode Known(string name) => TypeOf(compilation.GetTypeByMetadataName(name)!);

        SyntaxNode HandlerInterface()
        {
            var definition = compilation.GetTypeByMetadataName(Kind switch
            {
                MessageKind.Command when Result is null => KnownNames.CommandHandler,
                MessageKind.Command => KnownNames.CommandHandlerOfResult,
                MessageKind.Query => KnownNames.QueryHandler,
                _ => KnownNames.StreamQueryHandler,
            })!;
            return TypeOf(Result is null ? definition.Construct(Message) : definition.Construct(Message, Result));
        }

        SyntaxNode ReturnType()
        {
            const string Task = "System.Threading.Tasks.ValueTask";
            return Result is null
                ? Known(Task)
                : TypeOf(compilation.GetTypeByMetadataName(Kind == MessageKind.StreamQuery
                    ? "System.Collections.Generic.IAsyncEnumerable`1"
                    : Task + "`1")!.Construct(Result));
        }
    }
}
