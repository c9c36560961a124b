using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace CqrsGen.Generators.Tests.Kit;

/// <summary>A run's assemblies in a load context of their own: a test can execute generated code.</summary>
public sealed class LoadedProgram : IDisposable
{
    private readonly AssemblyLoadContext _context;
    private readonly Assembly _main;

    private LoadedProgram(AssemblyLoadContext context, Assembly main)
    {
        _context = context;
        _main = main;
    }

    public static LoadedProgram Of(GeneratorRun run)
    {
        // References to CqrsGen and the framework fall back to the default context: tests and sources share them.
        var context = new AssemblyLoadContext(run.Project.Name, isCollectible: true);
        Assembly? last = null;
        foreach (var module in run.Modules)
        {
            var emitted = Emitted.Of(module.Output);
            last = context.LoadFromStream(new MemoryStream(emitted.Assembly), new MemoryStream(emitted.Symbols));
        }

        return new LoadedProgram(context, last!);
    }

    /// <summary>Calls a static method and returns what it returns, awaited where it is a task.</summary>
    public async Task<object?> CallAsync(string type, string method, params object?[] arguments)
    {
        object? answer = Call(type, method, arguments);
        switch (answer)
        {
            case Task task:
                await task;
                return task.GetType().GetProperty("Result")?.GetValue(task);
            case ValueTask task:
                await task;
                return null;
            default:
                return answer;
        }
    }

    /// <summary>Calls a static method; what it throws reaches the test as it was thrown.</summary>
    public object? Call(string type, string method, params object?[] arguments)
    {
        var found = Type(type).GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new InvalidOperationException($"{type} has no static method {method}.");
        try
        {
            return found.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Capture(inner).Throw();
            throw;
        }
    }

    /// <summary>A type of the loaded project by its full name.</summary>
    public Type Type(string name) => _main.GetType(name, throwOnError: true)!;

    public void Dispose() => _context.Unload();
}
