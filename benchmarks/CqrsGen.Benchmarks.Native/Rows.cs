using CqrsGen.Benchmarks.Contracts;
using CqrsGen.Benchmarks.Large;
using CqrsGen.Benchmarks.LargePlain;
using CqrsGen.Benchmarks.Pooled;
using CqrsGen.Benchmarks.Shapes;
using CqrsGen.Benchmarks.Small;
using Microsoft.Extensions.DependencyInjection;
using Answer = CqrsGen.Benchmarks.Contracts.Answer;

namespace CqrsGen.Benchmarks.Native;

/// <summary>The rows, each a loop of its own so that the compiler sees what an application's code shows it.</summary>
internal static class Rows
{
    private const string Send = "Send, message type known";
    private const string Bus = "Send, message type unknown";
    private const string Scope = "Scoped handler in an open scope";
    private const string Hooks = "Five hook middleware";
    private const string Suspended = "Five hook middleware, the handler suspends once";
    private const string Arounds = "Around middleware (async methods)";

    public static IEnumerable<Shape> All(IServiceProvider root, IServiceProvider scope) =>
    [
        .. Sends(root.GetRequiredService<Dispatcher>()),
        .. Unknown(root),
        .. Scoped(scope.GetRequiredService<Dispatcher>()),
        .. Pipelines(root.GetRequiredService<Dispatcher>()),
        .. Events(root.GetRequiredService<Dispatcher>()),
    ];

    private static IEnumerable<Shape> Sends(Dispatcher dispatcher)
    {
        var handler = new PlainHandler();
        var plain = new Plain();
        var elsewhere = new Elsewhere();
        yield return new(Send, "direct call through the handler's class", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = handler.HandleAsync(plain, default).Result;
            }

            return last;
        }, IsBaseline: true);
        yield return new(Send, "sealed dispatcher", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = dispatcher.SendAsync(plain).Result;
            }

            return last;
        });
        yield return new(Send, "sealed dispatcher, message of a contracts-only assembly", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = dispatcher.SendAsync(elsewhere).Result;
            }

            return last;
        });
        yield return new(Send, "struct, two type arguments", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = dispatcher.SendAsync<Step, Answer>(new Step(i)).Result;
            }

            return last;
        });
        ICommandBus bus = dispatcher;
        yield return new(Send, "ICommandBus", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = bus.SendAsync(plain).Result;
            }

            return last;
        });
    }

    private static IEnumerable<Shape> Unknown(IServiceProvider root)
    {
        var handler = new PlainHandler();
        var plain = new Plain();
        ICommandBus bus = root.GetRequiredService<ICommandBus>();
        yield return new(Bus, "direct call through the handler's class", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = handler.HandleAsync(plain, default).Result;
            }

            return last;
        }, IsBaseline: true);
        yield return Many("10 messages, the same", bus, SmallModule.All(), isRandom: false);
        yield return Many("10 messages, random", bus, SmallModule.All(), isRandom: true);
        yield return Many("1,000 messages, the same", bus, LargeModule.All(), isRandom: false);
        yield return Many("1,000 messages, random", bus, LargeModule.All(), isRandom: true);
        yield return Many("1,000 not partial, the same", bus, LargePlainModule.All(), isRandom: false);
        yield return Many("1,000 not partial, random", bus, LargePlainModule.All(), isRandom: true);
    }

    private static Shape Many<T>(string name, ICommandBus bus, ICommand<T>[] messages, bool isRandom)
    {
        var random = new Random(7);
        var sequence = Enumerable.Range(0, 1 << 14).Select(_ => messages[random.Next(messages.Length)]).ToArray();
        foreach (var message in messages)
        {
            _ = bus.SendAsync(message).Result;
        }

        return isRandom
            ? new(Bus, name, count =>
            {
                object? last = null;
                for (int i = 0; i < count; i++)
                {
                    last = bus.SendAsync(sequence[i & ((1 << 14) - 1)]).Result;
                }

                return last;
            })
            : new(Bus, name, count =>
            {
                object? last = null;
                var message = messages[messages.Length / 2];
                for (int i = 0; i < count; i++)
                {
                    last = bus.SendAsync(message).Result;
                }

                return last;
            });
    }

    private static IEnumerable<Shape> Scoped(Dispatcher dispatcher)
    {
        var handler = new ScopedHandler(new Dependency());
        var message = new Shapes.Scoped();
        yield return new(Scope, "direct call through the handler's class", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = handler.HandleAsync(message, default).Result;
            }

            return last;
        }, IsBaseline: true);
        yield return new(Scope, "sealed dispatcher", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = dispatcher.SendAsync(message).Result;
            }

            return last;
        });
    }

    private static IEnumerable<Shape> Pipelines(Dispatcher dispatcher)
    {
        var handler = new HookedHandler();
        var hooked = new Hooked();
        yield return new(Hooks, "direct call through the handler's class", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = handler.HandleAsync(hooked, default).Result;
            }

            return last;
        }, IsBaseline: true);
        yield return new(Hooks, "five hooks with state kept by the compiler", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = dispatcher.SendAsync(hooked).Result;
            }

            return last;
        });
        var suspending = new HookedSuspendingHandler();
        var suspended = new HookedSuspending();
        yield return new(Suspended, "direct call through the handler's class", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                var task = suspending.HandleAsync(suspended, default);
                Suspension.Once.Resume();
                last = task.Result;
            }

            return last;
        }, IsBaseline: true);
        yield return new(Suspended, "five hooks", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                var task = dispatcher.SendAsync(suspended);
                Suspension.Once.Resume();
                last = task.Result;
            }

            return last;
        });
        var pooled = new PooledSuspending();
        yield return new(Suspended, "five hooks, handler and pipeline with the pooled builder", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                var task = dispatcher.SendAsync(pooled);
                Suspension.Once.Resume();
                last = task.Result;
            }

            return last;
        });
        var inOne = new InOne();
        var inFive = new InFive();
        var inOneHandler = new InOneHandler();
        yield return new(Arounds, "direct call through the handler's class", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = inOneHandler.HandleAsync(inOne, default).Result;
            }

            return last;
        }, IsBaseline: true);
        yield return new(Arounds, "one, called by hand", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = ByHand.One(inOne).Result;
            }

            return last;
        });
        yield return new(Arounds, "one", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = dispatcher.SendAsync(inOne).Result;
            }

            return last;
        });
        yield return new(Arounds, "five", count =>
        {
            object? last = null;
            for (int i = 0; i < count; i++)
            {
                last = dispatcher.SendAsync(inFive).Result;
            }

            return last;
        });
    }

    private static IEnumerable<Shape> Events(Dispatcher dispatcher)
    {
        yield return new("Publish to none", "an empty call", static count =>
        {
            for (int i = 0; i < count; i++)
            {
                DirectEvents.None().GetAwaiter().GetResult();
            }

            return null;
        }, IsBaseline: true);
        yield return Publish(dispatcher, "Publish to none", new ToNone());
        var one = new ToOne();
        yield return new("Publish to one", "direct call", count =>
        {
            for (int i = 0; i < count; i++)
            {
                DirectEvents.One(one).GetAwaiter().GetResult();
            }

            return null;
        }, IsBaseline: true);
        yield return Publish(dispatcher, "Publish to one", one);
        var five = new ToFive();
        yield return new("Publish to five", "straight direct calls", count =>
        {
            for (int i = 0; i < count; i++)
            {
                DirectEvents.Five(five).GetAwaiter().GetResult();
            }

            return null;
        }, IsBaseline: true);
        yield return Publish(dispatcher, "Publish to five", five);
        var twenty = new ToTwenty();
        yield return new("Publish to twenty", "straight direct calls", count =>
        {
            for (int i = 0; i < count; i++)
            {
                DirectEvents.Twenty(twenty).GetAwaiter().GetResult();
            }

            return null;
        }, IsBaseline: true);
        yield return Publish(dispatcher, "Publish to twenty", twenty);
    }

    private static Shape Publish(Dispatcher dispatcher, string group, ToNone message) =>
        new(group, "sealed dispatcher", count =>
        {
            for (int i = 0; i < count; i++)
            {
                dispatcher.PublishAsync(message).GetAwaiter().GetResult();
            }

            return null;
        });

    private static Shape Publish(Dispatcher dispatcher, string group, ToOne message) =>
        new(group, "sealed dispatcher", count =>
        {
            for (int i = 0; i < count; i++)
            {
                dispatcher.PublishAsync(message).GetAwaiter().GetResult();
            }

            return null;
        });

    private static Shape Publish(Dispatcher dispatcher, string group, ToFive message) =>
        new(group, "sealed dispatcher", count =>
        {
            for (int i = 0; i < count; i++)
            {
                dispatcher.PublishAsync(message).GetAwaiter().GetResult();
            }

            return null;
        });

    private static Shape Publish(Dispatcher dispatcher, string group, ToTwenty message) =>
        new(group, "sealed dispatcher", count =>
        {
            for (int i = 0; i < count; i++)
            {
                dispatcher.PublishAsync(message).GetAwaiter().GetResult();
            }

            return null;
        });
}
