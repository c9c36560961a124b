using CqrsGen.Generators.Common;
using CqrsGen.Generators.Validation;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Generators.Tests.Validation;

/// <summary>The validation concern by itself: commands in, rules out, and errors for what is left out.</summary>
internal sealed class ValidationOnly : IIncrementalGenerator
{
    public const string Messages = "CqrsGen.Test.Messages";
    public const string Types = "CqrsGen.Test.Types";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.CommandAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (syntax, token) => ValidationParser.Parse(
                    (INamedTypeSymbol)syntax.TargetSymbol, syntax.SemanticModel.Compilation, token))
            .WithTrackingName(Messages)
            .Where(static model => model is not null);
        var types = models.Collect()
            .SelectMany(static (models, _) => ValidationEmitter.Distinct(models!))
            .WithTrackingName(Types);
        context.RegisterSourceOutput(types, static (production, type) =>
            production.AddSource(type.File + ".g.cs", ValidationEmitter.Emit(type, "Shop", Notices.None)));
        context.RegisterSourceOutput(models.Collect(), static (production, models) =>
        {
            string[] errors = [.. models.SelectMany(static model => model!.Omissions)
                .Select(static omission => $"#error {omission.Id} {omission.Message}")];
            if (errors.Length > 0)
            {
                production.AddSource("Omissions.g.cs", string.Join('\n', errors));
            }
        });
    }
}
