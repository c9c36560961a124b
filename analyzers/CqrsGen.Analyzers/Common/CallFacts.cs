using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CqrsGen.Analyzers.Common;

/// <summary>
/// Where a file registers services. Kept as long as its tree, as <see cref="DeclarationFacts"/> are; method bodies are
/// walked only for the few rules that ask, and only when they have something to ask about.
/// </summary>
internal sealed class CallFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, CallFacts> s_facts = new();

    private CallFacts(
        bool composes,
        bool setsTracking,
        ImmutableArray<TextSpan> registrations,
        ImmutableArray<TextSpan> dispatches)
    {
        Composes = composes;
        SetsTracking = setsTracking;
        Registrations = registrations;
        Dispatches = dispatches;
    }

    /// <summary>Whether it calls <c>AddCqrsGen</c>.</summary>
    public bool Composes { get; }

    /// <summary>Whether it decides for a whole database context whether entities are tracked.</summary>
    public bool SetsTracking { get; }

    /// <summary>Calls such as <c>services.AddScoped</c>, by name alone.</summary>
    public ImmutableArray<TextSpan> Registrations { get; }

    /// <summary>Calls such as <c>bus.SendAsync</c>, by name alone.</summary>
    public ImmutableArray<TextSpan> Dispatches { get; }

    public static CallFacts Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (s_facts.TryGetValue(tree, out var facts))
        {
            return facts;
        }

        bool composes = false;
        bool setsTracking = false;
        var dispatches = ImmutableArray.CreateBuilder<TextSpan>();
        var registrations = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var call in tree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            string? name = call.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
                _ => null,
            };
            composes |= name == KnownNames.AddCqrsGen;
            setsTracking |= name == "UseQueryTrackingBehavior";
            if (name is not null && Buses.IsVerb(name))
            {
                dispatches.Add(call.Span);
            }

            if (name is not null && ServiceIndex.IsRegistration(name))
            {
                registrations.Add(call.Span);
            }
        }

        return s_facts.GetValue(tree, _ => new CallFacts(
            composes, setsTracking, registrations.ToImmutable(), dispatches.ToImmutable()));
    }

    /// <summary>The call at a span that was found here.</summary>
    public static InvocationExpressionSyntax? CallAt(SyntaxNode root, TextSpan span) =>
        root.FindToken(span.Start).Parent?.AncestorsAndSelf().OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(call => call.Span == span);
}
