using System.Collections.Immutable;
using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Messages;

/// <summary>CQG4004: a message carries a service, a context, a stream or a delegate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CarriedServiceAnalyzer : CqrsAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [MessageDescriptors.CarriedService];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, known), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)
            || MessageRules.KindOf(type, out _, out _) == MessageKind.None)
        {
            return;
        }

        foreach (var member in type.GetMembers())
        {
            var carried = member switch
            {
                IPropertySymbol { IsStatic: false, IsIndexer: false } property => property.Type,
                IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field => field.Type,
                _ => null,
            };
            if (carried is INamedTypeSymbol named && !member.IsImplicitlyDeclared && member.Locations[0].IsInSource
                && Judge(named, known, context.CancellationToken) is { } found)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    MessageDescriptors.CarriedService,
                    member.Locations[0],
                    member.Name,
                    type.Name,
                    $"{found.What} '{named.WithNullableAnnotation(NullableAnnotation.NotAnnotated).Short()}'",
                    found.Remedy));
            }
        }
    }

    private static (string What, string Remedy)? Judge(
        INamedTypeSymbol type, KnownSymbols known, CancellationToken cancellationToken)
    {
        const string ToHandler = "Take it in the handler";
        if (type.TypeKind == TypeKind.Delegate)
        {
            return ("the delegate", "Carry the values that it works on");
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            switch (current.OriginalDefinition.ToDisplayString())
            {
                case "System.IO.Stream" or "System.IO.TextReader" or "System.IO.TextWriter"
                    or "System.IO.Pipelines.PipeReader" or "System.IO.Pipelines.PipeWriter":
                    return ("the stream", "Carry the bytes, or a name by which the handler finds them");
                case "Microsoft.EntityFrameworkCore.DbContext" or "Microsoft.AspNetCore.Http.HttpContext"
                    or "Microsoft.AspNetCore.Http.HttpRequest" or "Microsoft.AspNetCore.Http.HttpResponse"
                    or "CqrsGen.MessageContext":
                    return ("the context", ToHandler);
                case "System.TimeProvider" or "System.Net.Http.HttpClient":
                    return ("the service", ToHandler);
            }
        }

        return IsService(type) || known.Services.LifetimeOf(type, cancellationToken) != ServiceLifetime.Unknown
            ? ("the service", ToHandler)
            : null;
    }

    private static bool IsService(INamedTypeSymbol type) =>
        Buses.IsBus(type)
        || type.OriginalDefinition.ToDisplayString() is "System.IServiceProvider"
            or "Microsoft.Extensions.DependencyInjection.IServiceScope"
            or "Microsoft.Extensions.DependencyInjection.IServiceScopeFactory"
            or "Microsoft.Extensions.Logging.ILogger"
            or "Microsoft.Extensions.Logging.ILogger<TCategoryName>"
            or "Microsoft.Extensions.Logging.ILoggerFactory"
            or "Microsoft.Extensions.Configuration.IConfiguration"
            or "System.Net.Http.IHttpClientFactory";
}
