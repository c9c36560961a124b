namespace CqrsGen;

/// <summary>What a batch does when one of its messages fails.</summary>
public enum BatchFailure
{
    /// <summary>Starts nothing further and returns what there is.</summary>
    Stop,

    /// <summary>Goes on and collects every outcome.</summary>
    Collect,
}
