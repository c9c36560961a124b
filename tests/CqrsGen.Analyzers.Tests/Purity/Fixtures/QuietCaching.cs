namespace Shop.Caching
{
    using System.Collections.Concurrent;
    using System.Text.Json;
    using MediatR;
    using Microsoft.EntityFrameworkCore;
    using Microsoft.Extensions.Caching.Distributed;
    using Microsoft.Extensions.Caching.Hybrid;
    using Microsoft.Extensions.Caching.Memory;
    using Microsoft.Extensions.Primitives;
    using Shop.Domain;
    using StackExchange.Redis;

    public sealed record AsideQuery(int Id) : IRequest<ProductDto?>;
    public sealed class AsideQueryHandler(IMemoryCache cache, ShopContext db) : IRequestHandler<AsideQuery, ProductDto?>
    {
        private static CancellationTokenSource s_reset = new();

        public async Task<ProductDto?> Handle(AsideQuery request, CancellationToken cancellationToken)
        {
            if (cache.TryGetValue($"product:{request.Id}", out ProductDto? known)) return known;
            var found = await db.Products.AsNoTracking().Select(p => new ProductDto {
                Id = p.Id }).FirstOrDefaultAsync(cancellationToken);
            var options = new MemoryCacheEntryOptions().SetSlidingExpiration(TimeSpan.FromMinutes(5)).SetSize(1);
            options.AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1);
            options.AddExpirationToken(new CancellationChangeToken(s_reset.Token));
            cache.Set($"product:{request.Id}", found, options);
            using (var entry = cache.CreateEntry("count"))
            {
                entry.Value = 1;
                entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
            }

            return await cache.GetOrCreateAsync("other", async entry =>
            {
                entry.SlidingExpiration = TimeSpan.FromMinutes(1);
                entry.SetPriority(CacheItemPriority.Low);
                return await db.Products.Select(p => new ProductDto {
                    Id = p.Id }).FirstOrDefaultAsync(cancellationToken);
            });
        }
    }

    public sealed record DistributedQuery(int Id) : IRequest<ProductDto?>;
    public sealed class DistributedQueryHandler(IDistributedCache cache,
        ShopContext db) : IRequestHandler<DistributedQuery, ProductDto?>
    {
        public async Task<ProductDto?> Handle(DistributedQuery request, CancellationToken cancellationToken)
        {
            string key = "p" + request.Id;
            byte[]? bytes = await cache.GetAsync(key, cancellationToken);
            if (bytes is { Length: > 0 }) return JsonSerializer.Deserialize<ProductDto>(bytes);
            var dto = await db.Products.Select(p => new ProductDto {
                Id = p.Id }).FirstOrDefaultAsync(cancellationToken);
            await cache.SetStringAsync(key, JsonSerializer.Serialize(dto), cancellationToken);
            await cache.SetAsync(key, JsonSerializer.SerializeToUtf8Bytes(dto), new DistributedCacheEntryOptions
            {
                AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1),
            }, cancellationToken);
            return dto;
        }
    }

    public sealed record HybridQuery(int Id) : IRequest<ProductDto>;
    public sealed class HybridQueryHandler(HybridCache cache, ShopContext db) : IRequestHandler<HybridQuery, ProductDto>
    {
        public async Task<ProductDto> Handle(HybridQuery request, CancellationToken cancellationToken) =>
            await cache.GetOrCreateAsync(
                $"p{request.Id}",
                async token => await db.Products.Select(p => new ProductDto { Id = p.Id }).FirstAsync(token),
                cancellationToken: cancellationToken);
    }

    public sealed record RedisQuery(int Id) : IRequest<string?>;
    public sealed class RedisQueryHandler(IConnectionMultiplexer redis) : IRequestHandler<RedisQuery, string?>
    {
        public async Task<string?> Handle(RedisQuery request, CancellationToken cancellationToken)
        {
            var database = redis.GetDatabase();
            var value = await database.StringGetAsync("p" + request.Id);
            if (!value.HasValue)
            {
                if (await database.LockTakeAsync("lock", "me", TimeSpan.FromSeconds(5)))
                {
                    try { await database.StringSetAsync("p" + request.Id, "x", TimeSpan.FromMinutes(1)); }
                    finally { await database.LockReleaseAsync("lock", "me"); }
                }
            }

            return value;
        }
    }

    public interface ICacheService
    {
        Task<T?> GetAsync<T>(string key, CancellationToken token = default);
        Task SetAsync<T>(string key, T value, TimeSpan? expiry = null, CancellationToken token = default);
        Task RemoveAsync(string key, CancellationToken token = default);
    }
    public sealed class CacheService(IDistributedCache cache) : ICacheService
    {
        private static readonly ConcurrentDictionary<string, bool> CacheKeys = new();

        public async Task<T?> GetAsync<T>(string key, CancellationToken token = default)
        {
            string? text = await cache.GetStringAsync(key, token);
            return text is null ? default : JsonSerializer.Deserialize<T>(text);
        }

        public async Task SetAsync<T>(string key, T value, TimeSpan? expiry = null, CancellationToken token = default)
        {
            await cache.SetStringAsync(key, JsonSerializer.Serialize(value), token);
            CacheKeys.TryAdd(key, false);
        }

        public async Task RemoveAsync(string key, CancellationToken token = default)
        {
            await cache.RemoveAsync(key, token);
            CacheKeys.TryRemove(key, out bool _);
        }
    }
    public sealed record ServiceCachedQuery(int Id) : IRequest<string>;
    public sealed class ServiceCachedQueryHandler(ICacheService cache) : IRequestHandler<ServiceCachedQuery, string>
    {
        public async Task<string> Handle(ServiceCachedQuery request, CancellationToken cancellationToken)
        {
            string? known = await cache.GetAsync<string>("a", cancellationToken);
            if (known is not null) return known;
            await cache.SetAsync("a", "b", TimeSpan.FromMinutes(1), cancellationToken);
            return "b";
        }
    }

    public interface IExchangeCacheStore { Task SaveAsync(string key, string value);
        Task<string?> LoadAsync(string key); }
    public sealed record StaticCachedQuery(string Key) : IRequest<string>;
    public sealed class StaticCachedQueryHandler(IExchangeCacheStore store) : IRequestHandler<StaticCachedQuery, string>
    {
        private static readonly ConcurrentDictionary<string, string> s_values = new();
        private static readonly ConcurrentDictionary<string, SemaphoreSlim> s_locks = new();
        private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> s_lazy = new();
        private static readonly Dictionary<string, string> s_names = new();
        private static readonly object s_gate = new();
        private readonly Dictionary<string, int> _seen = new();
        private readonly List<string> _parts = new();

        public async Task<string> Handle(StaticCachedQuery request, CancellationToken cancellationToken)
        {
            var gate = s_locks.GetOrAdd(request.Key, _ => new SemaphoreSlim(1));
            await gate.WaitAsync(cancellationToken);
            try
            {
                string value = s_values.GetOrAdd(request.Key, static key => key.ToUpperInvariant());
                value += await s_lazy.GetOrAdd(request.Key, key => new Lazy<Task<string>>(() =>
                    Task.FromResult(key))).Value;
                s_values.AddOrUpdate(request.Key, value, (_, old) => old);
                lock (s_gate)
                {
                    if (!s_names.ContainsKey(request.Key)) s_names.Add(request.Key, value);
                }

                if (!s_values.TryGetValue("x", out string? x)) s_values.TryAdd("x", x = "y");
                if (await store.LoadAsync(request.Key) is null) await store.SaveAsync(request.Key, value);
                return value + x;
            }
            finally
            {
                gate.Release();
            }
        }
    }

    public abstract class CachedRepository<T>
        where T : class
    {
        private readonly Lazy<Task<List<T>>> _all;
        private volatile IReadOnlyList<T>? _snapshot;
        private Dictionary<int, T>? _index;
        private bool _loaded;
        private readonly Dictionary<string, T> _byName = [];

        protected CachedRepository() => _all = new Lazy<Task<List<T>>>(LoadAsync);

        protected abstract Task<List<T>> LoadAsync();

        public async Task<IReadOnlyList<T>> AllAsync()
        {
            var snapshot = _snapshot;
            if (snapshot == null)
            {
                _snapshot = snapshot = await _all.Value;
            }

            return snapshot;
        }

        public async Task<T?> ByIdAsync(int id)
        {
            await EnsureLoadedAsync();
            return _index!.GetValueOrDefault(id);
        }

        public T? ByName(string name) => _byName.GetValueOrDefault(name);

        private async Task EnsureLoadedAsync()
        {
            if (_loaded) return;
            _index = [];
            int number = 0;
            foreach (var item in await LoadAsync())
            {
                _index[number++] = item;
                _byName[item.ToString()!] = item;
            }

            _loaded = true;
        }
    }
    public sealed class CountryRepository(ShopContext db) : CachedRepository<Category>
    {
        protected override Task<List<Category>> LoadAsync() => db.Categories.ToListAsync();
    }
    public sealed record CountriesQuery(int Id) : IRequest<Category?>;
    public sealed class CountriesQueryHandler(CountryRepository countries) : IRequestHandler<CountriesQuery, Category?>
    {
        public async Task<Category?> Handle(CountriesQuery request, CancellationToken cancellationToken) =>
            (await countries.AllAsync(
                )).FirstOrDefault() ?? countries.ByName("x") ?? await countries.ByIdAsync(request.Id);
    }
}
