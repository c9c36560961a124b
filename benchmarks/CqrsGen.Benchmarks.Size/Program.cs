#if PARTIAL
using System.Diagnostics;
using CqrsGen;
using CqrsGen.Benchmarks.Size;
using Microsoft.Extensions.DependencyInjection;

[assembly: BuiltInMiddleware(BuiltIn.None)]

long start = Stopwatch.GetTimestamp();
using var provider = new ServiceCollection().AddCqrsGen().BuildServiceProvider();
var answer = await provider.GetRequiredService<Dispatcher>().SendAsync(Catalog.One(args.Length));
Console.Write(args.Length == 0 ? "" : $"{Stopwatch.GetElapsedTime(start).TotalMilliseconds}");
return answer is null ? 1 : 0;
#elif CONTAINER
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

long start = Stopwatch.GetTimestamp();
using var provider = new ServiceCollection().AddSingleton<object>().BuildServiceProvider();
object answer = provider.GetRequiredService<object>();
Console.Write(args.Length == 0 ? "" : $"{Stopwatch.GetElapsedTime(start).TotalMilliseconds}");
return answer is null ? 1 : 0;
#elif REGISTERED
using CqrsGen.Benchmarks.Size;
using Microsoft.Extensions.DependencyInjection;

using var provider = Catalog.Register(new ServiceCollection()).BuildServiceProvider();
return await Catalog.Send(provider, args.Length, default) is null ? 1 : 0;
#elif BYHAND
using CqrsGen.Benchmarks.Size;

return await Catalog.Send(args.Length, default) is null ? 1 : 0;
#else
return 0;
#endif
