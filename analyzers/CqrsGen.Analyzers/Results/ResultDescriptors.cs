using CqrsGen.Analyzers.Common;
using Microsoft.CodeAnalysis;

namespace CqrsGen.Analyzers.Results;

/// <summary>The rules about kinds and results of messages.</summary>
internal static class ResultDescriptors
{
    public static readonly DiagnosticDescriptor MessageOfTwoKinds = Rule.Create(
        DiagnosticIds.MessageOfTwoKinds,
        Categories.Results,
        DiagnosticSeverity.Error,
        "A message has one kind and one result",
        "A message has one kind and one result: '{0}' is {1} and {2}. {3}.",
        "A route leads from one type to one pipeline of one kind with one result. A type of two kinds has none.");
}
