#if PARTIAL
using CqrsGen;
using CqrsGen.Benchmarks.Size;
using Microsoft.Extensions.DependencyInjection;

[assembly: BuiltInMiddleware(BuiltIn.None)]

using var provider = new ServiceCollection().AddCqrsGen().BuildServiceProvider();
var dispatcher = provider.GetRequiredService<Dispatcher>();
return await dispatcher.SendAsync(Catalog.One(args.Length)) is null ? 1 : 0;
#elif BYHAND
using CqrsGen.Benchmarks.Size;

return await Catalog.Send(args.Length, default) is null ? 1 : 0;
#else
return 0;
#endif
