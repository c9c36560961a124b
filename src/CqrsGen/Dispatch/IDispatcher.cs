namespace CqrsGen;

/// <summary>All three buses in one.</summary>
public interface IDispatcher : ICommandBus, IQueryBus, IEventBus;
