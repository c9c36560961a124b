namespace CqrsGen.Rules;

/// <summary>The kinds of messages, as the generator and the analyzers see them.</summary>
internal enum MessageKind
{
    None,
    Command,
    Query,
    StreamQuery,
    Event,
}
