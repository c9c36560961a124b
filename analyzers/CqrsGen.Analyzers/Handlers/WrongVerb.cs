using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>
/// A message that is passed to the method of another kind. Such a call does not compile, so it is read from the name
/// of the method, the type of the receiver and the type of the argument. Shared by the rule and its fix.
/// </summary>
/// <param name="Name">The name in the call.</param>
/// <param name="Message">The type of the argument.</param>
/// <param name="Kind">The kind that it is.</param>
/// <param name="Receiver">What the method is called on.</param>
internal sealed record WrongVerb(SimpleNameSyntax Name, ITypeSymbol Message, MessageKind Kind, ITypeSymbol Receiver)
{
    /// <summary>The method that takes messages of this kind.</summary>
    public string Verb => VerbOf(Kind);

    /// <summary>What is wrong with a call; null when nothing is.</summary>
    public static WrongVerb? Find(
        InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var name = NameOf(call);
        if (name is null || !IsVerb(name.Identifier.ValueText) || call.ArgumentList.Arguments.Count == 0)
        {
            return null;
        }

        var receiver = ReceiverOf(call) is { } expression
            ? semantics.GetTypeInfo(expression, cancellationToken).Type
            : null;
        if (receiver is null || !Buses.IsBus(receiver))
        {
            return null;
        }

        // A call that compiles means what it says, for instance an extension method of the user.
        var passed = call.ArgumentList.Arguments[0].Expression;
        if (semantics.GetSymbolInfo(call, cancellationToken).Symbol is not null
            || semantics.GetTypeInfo(passed, cancellationToken).Type is not { } message)
        {
            return null;
        }

        var kind = MessageFacts.KindOf(message);
        return kind == MessageKind.None || VerbOf(kind) == name.Identifier.ValueText
            ? null
            : new WrongVerb(name, message, kind, receiver);
    }

    /// <summary>The name of the method that a call names; null for calls without a receiver.</summary>
    public static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    /// <summary>Whether the receiver has the method that takes messages of this kind.</summary>
    public bool ReceiverHasVerb() =>
        !Receiver.GetMembers(Verb).IsEmpty
        || Receiver.AllInterfaces.Any(candidate => !candidate.GetMembers(Verb).IsEmpty);

    private static bool IsVerb(string name) => name is "SendAsync" or "QueryAsync" or "StreamAsync" or "PublishAsync";

    private static string VerbOf(MessageKind kind) => kind switch
    {
        MessageKind.Command => "SendAsync",
        MessageKind.Query => "QueryAsync",
        MessageKind.StreamQuery => "StreamAsync",
        _ => "PublishAsync",
    };

    private static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax => call.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault()?.Expression,
        _ => null,
    };
}
