namespace CqrsGen;

/// <summary>
/// Says that a field or property, and what it holds, only remembers what was computed: nobody can tell from outside
/// whether it is filled. A query may write it.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class MemoFieldAttribute : Attribute;
