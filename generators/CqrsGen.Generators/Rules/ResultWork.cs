namespace CqrsGen.Rules;

/// <summary>Whether a result may still use the token of its handler when that has returned.</summary>
internal enum ResultWork
{
    /// <summary>It is finished: a value, a list, an object of those.</summary>
    Done,

    /// <summary>Its type does not tell: <c>object</c>, an interface, an abstract class.</summary>
    Unknown,

    /// <summary>It does its work when it is read: no limit may cancel that.</summary>
    Later,
}
