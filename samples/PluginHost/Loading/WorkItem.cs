namespace PluginHost.Loading;

/// <summary>A piece of work in a <see cref="PriorityWorkerPool"/>, whatever it makes.</summary>
internal abstract class WorkItem
{
    /// <summary>Does the work and answers; called once, on a thread of the pool.</summary>
    public abstract void Run();

    /// <summary>Answers that it was given up.</summary>
    public abstract void Cancel();
}
