using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CqrsGen.Analyzers.Purity;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// The types that rules ask for, looked up once per compilation however many rules ask. Types of CqrsGen itself are
/// recognised by <see cref="MessageRules"/> and its neighbours, which need no look-up.
/// </summary>
internal sealed class KnownSymbols
{
    private static readonly ConditionalWeakTable<Compilation, Holder> s_holders = new();

    private static readonly string[] s_scopedServices =
    [
        "Microsoft.Extensions.Options.IOptionsSnapshot`1",
        "Microsoft.AspNetCore.Identity.UserManager`1",
        "Microsoft.AspNetCore.Identity.RoleManager`1",
        "Microsoft.AspNetCore.Identity.SignInManager`1",
        "Microsoft.AspNetCore.Components.NavigationManager",
        "Microsoft.JSInterop.IJSRuntime",
    ];

    private PurityEngine? _purity;

    private KnownSymbols(Compilation compilation)
    {
        Compilation = compilation;
        Application = new ApplicationIndex(compilation);
        Modules = new ModuleIndex(compilation);
        Services = new ServiceIndex(compilation);
        HandlerCode = new HandlerCode();
        Dispatches = new DispatchGraph(Application);
        Pipelines = new PipelineIndex(Application, Modules);
        DbContext = compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.DbContext");
        ScopedServices = s_scopedServices.Select(compilation.GetTypeByMetadataName)
            .OfType<ITypeSymbol>()
            .ToImmutableHashSet((IEqualityComparer<ITypeSymbol>)SymbolEqualityComparer.Default);
    }

    public Compilation Compilation { get; }

    /// <summary>The messages and handlers of the compilation.</summary>
    public ApplicationIndex Application { get; }

    /// <summary>The messages and handlers of the referenced modules.</summary>
    public ModuleIndex Modules { get; }

    /// <summary>The services that the compilation registers.</summary>
    public ServiceIndex Services { get; }

    /// <summary>Which code belongs to handlers and middleware.</summary>
    public HandlerCode HandlerCode { get; }

    /// <summary>Which message is dispatched while which other is handled.</summary>
    public DispatchGraph Dispatches { get; }

    /// <summary>Which middleware stands around which message.</summary>
    public PipelineIndex Pipelines { get; }

    public INamedTypeSymbol? DbContext { get; }

    /// <summary>Services of the platform that are registered as scoped wherever they are registered.</summary>
    public ImmutableHashSet<ITypeSymbol> ScopedServices { get; }

    /// <summary>What is known of the effects of bodies; once for all rules that are given the same files.</summary>
    public PurityEngine PurityWith(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var effects = EffectsFile.Of(options.AdditionalFiles, cancellationToken);
        if (_purity is { } known && known.Effects.Text == effects.Text)
        {
            return known;
        }

        return _purity = new PurityEngine(Compilation, effects, Services);
    }

    /// <summary>The symbols of a compilation; null where it does not reference CqrsGen.</summary>
    public static KnownSymbols? Of(Compilation compilation) =>
        s_holders.GetValue(compilation, static key => new Holder(
            key.GetTypeByMetadataName(KnownNames.CommandAttribute) is null ? null : new KnownSymbols(key))).Symbols;

    /// <summary>Remembers also that there are none.</summary>
    private sealed class Holder(KnownSymbols? symbols)
    {
        public KnownSymbols? Symbols { get; } = symbols;
    }
}
