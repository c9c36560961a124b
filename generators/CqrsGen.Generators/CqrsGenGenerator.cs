using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.MessageMap;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Middleware;
using CqrsGen.Generators.Modules;
using CqrsGen.Generators.Pipelines;
using CqrsGen.Generators.Registration;
using CqrsGen.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Generators;

/// <summary>Finds messages, handlers and middleware, and writes their routes, pipelines and registration.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CqrsGenGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var facts = Facts(context);
        var all = Everything(context);
        var findings = Findings(all);
        var input = facts
            .Combine(Composes(all, facts))
            .Combine(BuiltInsOf(all))
            .Combine(Aliases(all))
            .Combine(Messages(findings))
            .Combine(Handlers(all, findings))
            .Combine(MiddlewareOf(findings))
            .Combine(Validators(findings))
            .Combine(Modules(context))
            .Select(static (all, _) => new ApplicationInput(
                all.Left.Left.Left.Left.Left.Left.Left.Left,
                all.Left.Left.Left.Left.Left.Left.Left.Right,
                all.Left.Left.Left.Left.Left.Left.Right,
                all.Left.Left.Left.Left.Left.Right,
                all.Left.Left.Left.Left.Right,
                all.Left.Left.Left.Right,
                all.Left.Left.Right,
                all.Left.Right,
                all.Right));
        var application = input
            .Select(static (input, cancellationToken) =>
                input.Facts.IsServed ? ApplicationComposer.Compose(input, cancellationToken) : null)
            .WithTrackingName(StepNames.Application);
        var notices = application.Select(static (found, _) => found?.Notices ?? Notices.None);
        EmitLanguageError(context, facts);
        Emit(context, facts, application, notices);
        EmitMessageMap(context, application);
    }

    private static IncrementalValueProvider<CompilationFacts> Facts(
        IncrementalGeneratorInitializationContext context) =>
#pragma warning disable RS0030 // An equatable record, so that nothing after it sees the compilation.
        context.CompilationProvider
#pragma warning restore RS0030
            .Select(static (compilation, _) => CompilationFacts.Of(compilation))
            .WithTrackingName(StepNames.Facts);

    private static IncrementalValuesProvider<Finding> Everything(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => FindingParser.IsCandidate(node),
                static (found, cancellationToken) => FindingParser.Parse(found, cancellationToken))
            .Where(static finding => finding is not null)
            .Select(static (finding, _) => finding!);

    private static IncrementalValuesProvider<TypeFindings> Findings(IncrementalValuesProvider<Finding> all) => all
        .Where(static finding => finding.Type is not null)
        .Select(static (finding, _) => finding.Type!)
        .WithTrackingName(StepNames.Findings);

    private static IncrementalValueProvider<EquatableArray<MessageModel>> Messages(
        IncrementalValuesProvider<TypeFindings> findings) => findings
            .Where(static found => found.Message is not null)
            .Select(static (found, _) => found.Message!)
            .Collect()
            .Select(static (messages, _) => messages.ToEquatableArray())
            .WithTrackingName(StepNames.Messages);

    private static IncrementalValueProvider<EquatableArray<HandlerModel>> Handlers(
        IncrementalValuesProvider<Finding> all, IncrementalValuesProvider<TypeFindings> findings)
    {
        var methods = all
            .Where(static finding => finding.Method is not null)
            .Select(static (finding, _) => finding.Method!)
            .WithTrackingName(StepNames.HandlerMethods)
            .Collect();
        return findings
            .SelectMany(static (found, _) => found.Handlers)
            .Collect()
            .Combine(methods)
            .Select(static (both, _) => both.Left.Concat(both.Right).ToEquatableArray())
            .WithTrackingName(StepNames.Handlers);
    }

    private static IncrementalValueProvider<EquatableArray<MiddlewareModel>> MiddlewareOf(
        IncrementalValuesProvider<TypeFindings> findings) => findings
            .Where(static found => found.Middleware is not null)
            .Select(static (found, _) => found.Middleware!)
            .Collect()
            .Select(static (middleware, _) => middleware.ToEquatableArray())
            .WithTrackingName(StepNames.Middleware);

    private static IncrementalValueProvider<EquatableArray<ValidatorModel>> Validators(
        IncrementalValuesProvider<TypeFindings> findings) => findings
            .SelectMany(static (found, _) => found.Validators)
            .Collect()
            .Select(static (validators, _) => validators.ToEquatableArray())
            .WithTrackingName(StepNames.Validators);

    private static IncrementalValueProvider<BuiltInSettings> BuiltInsOf(IncrementalValuesProvider<Finding> all) => all
        .Where(static finding => finding.BuiltIns is not null)
        .Select(static (finding, _) => finding.BuiltIns!)
        .Collect()
        .Select(static (found, _) => found.Length == 0 ? BuiltInSettings.Default : found[0])
        .WithTrackingName(StepNames.BuiltIns);

    private static IncrementalValueProvider<EquatableArray<Omission>> Aliases(
        IncrementalValuesProvider<Finding> all) => all
            .Where(static finding => finding.Alias is not null)
            .Select(static (finding, _) => finding.Alias!)
            .Collect()
            .Select(static (aliases, _) => aliases.ToEquatableArray())
            .WithTrackingName(StepNames.Aliases);

    /// <summary>Whether this assembly composes: it is a program, or it calls <c>AddCqrsGen</c>.</summary>
    private static IncrementalValueProvider<bool> Composes(
        IncrementalValuesProvider<Finding> all, IncrementalValueProvider<CompilationFacts> facts) => all
            .Where(static finding => finding.Composes)
            .Collect()
            .Combine(facts)
            .Select(static (both, _) => both.Right.IsApplication || both.Left.Length > 0)
            .WithTrackingName(StepNames.Composes);

    private static IncrementalValueProvider<EquatableArray<ModuleModel>> Modules(
        IncrementalGeneratorInitializationContext context) => context.MetadataReferencesProvider
            .Select(static (reference, cancellationToken) => ModuleReader.Read(reference, cancellationToken))
            .Where(static module => module is not null)
            .Select(static (module, _) => module!)
            .Collect()
            .Select(static (modules, _) => ModuleReader.Distinct(modules).ToEquatableArray())
            .WithTrackingName(StepNames.Modules);

    /// <summary>Says what is wrong where an old C# could not read what would be written.</summary>
    private static void EmitLanguageError(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<CompilationFacts> facts) =>
        context.RegisterImplementationSourceOutput(
            facts.Select(static (facts, _) => facts.HasFramework ? facts.OldLanguage : null),
            static (output, language) =>
            {
                if (language is not null)
                {
                    output.AddSource("CqrsGen.Language.g.cs", GeneratedCode.LanguageError(language));
                }
            });

    /// <summary>
    /// Routes, pipelines and registration: nothing outside the generated files depends on them before a build.
    /// </summary>
    private static void Emit(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<CompilationFacts> facts,
        IncrementalValueProvider<ApplicationModel?> application,
        IncrementalValueProvider<Notices> notices)
    {
        EmitSurface(context, facts, application, notices);
        context.RegisterImplementationSourceOutput(
            application.Select(static (found, _) => found?.Routes).WithTrackingName(StepNames.Routes).Combine(notices),
            static (output, both) =>
            {
                if (both.Left is { } routes)
                {
                    output.AddSource("CqrsGen.Routes.g.cs", RoutesEmitter.Emit(routes, both.Right));
                }
            });
        context.RegisterImplementationSourceOutput(
            application
                .Select(static (found, _) => found?.Registration)
                .WithTrackingName(StepNames.Registration)
                .Combine(notices),
            static (output, both) =>
            {
                if (both.Left is { } registration)
                {
                    output.AddSource(
                        "CqrsGen.Composition.g.cs", RegistrationEmitter.EmitPlan(registration, both.Right));
                }
            });
        context.RegisterImplementationSourceOutput(
            application
                .SelectMany(static (found, _) => Buckets.Of(found?.Validated ?? default, static type => type.File))
                .SelectMany(static (bucket, _) => bucket)
                .Combine(facts.Select(static (facts, _) => facts.ModuleName))
                .WithTrackingName(StepNames.Validation)
                .Combine(notices),
            static (output, all) => output.AddSource(
                all.Left.Left.File + ".g.cs",
                ValidationEmitter.Emit(all.Left.Left, all.Left.Right, all.Right)));
        context.RegisterImplementationSourceOutput(
            application
                .SelectMany(static (found, _) => PipelineFile.Of(found?.Pipelines ?? default))
                .SelectMany(static (bucket, _) => bucket)
                .WithTrackingName(StepNames.Pipelines)
                .Combine(notices),
            static (output, both) => output.AddSource(
                both.Left.Name + ".g.cs", PipelineEmitter.Emit(both.Left, both.Right)));
    }

    /// <summary>The message map, where the project asks for it: the one output that looks into method bodies.</summary>
    private static void EmitMessageMap(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ApplicationModel?> application)
    {
        var isWanted = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.CqrsGenMessageMap", out string? value)
            && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
#pragma warning disable RS0030 // Only where the map is asked for, and for nothing else.
        var publications = context.CompilationProvider
#pragma warning restore RS0030
            .Combine(isWanted)
            .Select(static (both, cancellationToken) =>
                both.Right ? PublicationFinder.Find(both.Left, cancellationToken) : default);
        context.RegisterImplementationSourceOutput(
            application.Combine(publications).Combine(isWanted)
                .Select(static (all, _) => all.Right && all.Left.Left is { } found
                    ? MapComposer.Compose(found.Pipelines, all.Left.Right)
                    : default)
                .WithTrackingName(StepNames.MessageMap),
            static (output, entries) =>
            {
                if (entries.Count > 0)
                {
                    output.AddSource("CqrsGen.MessageMap.g.cs", MapEmitter.Emit(entries));
                }
            });
    }

    /// <summary>What code outside the generated files sees, and an editor must have while typing.</summary>
    private static void EmitSurface(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<CompilationFacts> facts,
        IncrementalValueProvider<ApplicationModel?> application,
        IncrementalValueProvider<Notices> notices)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());
        context.RegisterSourceOutput(
            facts.Select(static (facts, _) => facts is { HasFramework: true, HasDependencyInjection: true }),
            static (output, isWanted) =>
            {
                if (isWanted)
                {
                    output.AddSource("CqrsGen.AddCqrsGen.g.cs", RegistrationEmitter.EmitSurface());
                }
            });
        context.RegisterSourceOutput(
            application
                .Select(static (found, _) => found?.ContainerFree)
                .WithTrackingName(StepNames.ContainerFree)
                .Combine(notices),
            static (output, both) =>
            {
                if (both.Left is { } model)
                {
                    output.AddSource("CqrsGen.Application.g.cs", ContainerFreeEmitter.Emit(model, both.Right));
                }
            });
        context.RegisterSourceOutput(
            application
                .SelectMany(static (found, _) =>
                    Buckets.Of(found?.Completions ?? default, static completion => completion.File))
                .SelectMany(static (bucket, _) => bucket)
                .WithTrackingName(StepNames.Completions)
                .Combine(notices),
            static (output, both) => output.AddSource(
                both.Left.File + ".Interface.g.cs", RouteEmitter.EmitInterface(both.Left, both.Right)));
        context.RegisterSourceOutput(
            application.Select(static (found, _) => found?.Manifest).WithTrackingName(StepNames.Manifest),
            static (output, manifest) =>
            {
                if (manifest is not null)
                {
                    output.AddSource("CqrsGen.Manifest.g.cs", ManifestEmitter.Emit(manifest));
                }
            });
    }
}
