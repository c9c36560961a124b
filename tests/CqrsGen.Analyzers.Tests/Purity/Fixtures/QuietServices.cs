namespace Shop.Services
{
    using System.Diagnostics;
    using System.Diagnostics.Metrics;
    using System.Security.Claims;
    using Ardalis.Specification;
    using AutoMapper;
    using MediatR;
    using Microsoft.AspNetCore.Http;
    using Microsoft.EntityFrameworkCore;
    using Microsoft.Extensions.Configuration;
    using Microsoft.Extensions.Localization;
    using Microsoft.Extensions.Logging;
    using Microsoft.Extensions.Options;
    using Microsoft.FeatureManagement;
    using Polly;
    using Shop.Domain;

    public interface IRepository<T>
    {
        Task<T?> GetByIdAsync(object id, CancellationToken token = default);
        IQueryable<T> Query();
        Task AddAsync(T entity, CancellationToken token = default);
        void Update(T entity);
        void Remove(T entity);
    }
    public interface IUnitOfWork { IRepository<Product> Products { get;
        } Task<int> CommitAsync(CancellationToken token = default); }
    public class EfRepository<T>(ShopContext db) : IRepository<T>
        where T : class
    {
        protected readonly DbSet<T> _set = db.Set<T>();
        public virtual async Task<T?> GetByIdAsync(object id, CancellationToken token = default) =>
            await _set.FindAsync([id], token);
        public IQueryable<T> Query() => _set.AsQueryable();
        public async Task AddAsync(T entity, CancellationToken token = default) => await _set.AddAsync(entity, token);
        public void Update(T entity) => db.Entry(entity).State = EntityState.Modified;
        public void Remove(T entity) => _set.Remove(entity);
    }
    public sealed class UnitOfWork(ShopContext db) : IUnitOfWork, IDisposable
    {
        private IRepository<Product>? _products;
        public IRepository<Product> Products
        {
            get
            {
                if (_products == null) _products = new EfRepository<Product>(db);
                return _products;
            }
        }
        public Task<int> CommitAsync(CancellationToken token = default) => db.SaveChangesAsync(token);
        public void Dispose() => db.Dispose();
    }
    public sealed record UnitQuery(int Id) : IRequest<ProductDto?>;
    public sealed class UnitQueryHandler(IUnitOfWork work, IMapper mapper) : IRequestHandler<UnitQuery, ProductDto?>
    {
        public async Task<ProductDto?> Handle(UnitQuery request, CancellationToken cancellationToken)
        {
            var product = await work.Products.GetByIdAsync(request.Id, cancellationToken)
                ?? throw new KeyNotFoundException($"No product {request.Id}");
            return mapper.Map<Product, ProductDto>(product, options => options.Items["lang"] = "en");
        }
    }

    public sealed class ByNameSpec : Specification<Product>
    {
        public ByNameSpec(string name, int page)
        {
            Query.Where(p => p.Name == name).Include(p => p.Category).OrderBy(p => p.Id);
            Page = page;
            Wheres.Add(p => p.IsActive);
        }
        public int Page { get; private set; }
    }
    public sealed record SpecQuery(string Name) : IRequest<List<Product>>;
    public sealed class SpecQueryHandler(IReadRepositoryBase<Product> products) : IRequestHandler<SpecQuery,
        List<Product>>
    {
        public async Task<List<Product>> Handle(SpecQuery request, CancellationToken cancellationToken)
        {
            var spec = new ByNameSpec(request.Name, 1);
            if (await products.CountAsync(spec, cancellationToken) == 0) return [];
            return await products.ListAsync(spec, cancellationToken);
        }
    }

    public interface ICurrentUser { Guid? Id { get; } string? Name { get; } bool IsInRole(string role); }
    public sealed class CurrentUser(IHttpContextAccessor accessor) : ICurrentUser
    {
        private Guid? _id;
        public Guid? Id
        {
            get
            {
                if (!_id.HasValue && Guid.TryParse(accessor.HttpContext?.User.FindFirstValue("sub"),
                    out var id)) _id = id;
                return _id;
            }
        }
        public string? Name => accessor.HttpContext?.User.Identity?.Name;
        public bool IsInRole(string role) => accessor.HttpContext?.User.IsInRole(role) == true;
    }
    public sealed class ShopSettings { public int PageSize { get; set; } = 10; public List<string> Hosts { get; set;
        } = []; }

    public sealed record DashboardQuery(int Days) : IRequest<Dashboard>;
    public sealed class Dashboard { public int Orders { get; set; } public List<string> Notes { get; } = [];
        public string? User { get; set; } }
    public sealed partial class DashboardQueryHandler(
        ICurrentUser user, IHttpContextAccessor accessor, IOptionsSnapshot<ShopSettings> settings,
            IFeatureManager features,
        IConfiguration configuration, ILogger<DashboardQueryHandler> logger, IStringLocalizer<Dashboard> texts,
        TimeProvider time, ShopContext db, ResiliencePipeline pipeline)
        : IRequestHandler<DashboardQuery, Dashboard>
    {
        private static readonly ActivitySource s_source = new("shop");
        private static readonly Meter s_meter = new("shop");
        private static readonly Counter<long> s_views = s_meter.CreateCounter<long>("views");
        private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>("duration");

        public async Task<Dashboard> Handle(DashboardQuery request, CancellationToken cancellationToken)
        {
            using var activity = s_source.StartActivity("dashboard");
            activity?.SetTag("days", request.Days);
            activity?.AddEvent(new ActivityEvent("start"));
            Activity.Current?.AddBaggage("a", "b");
            using var scope = logger.BeginScope(new Dictionary<string, object> { ["Days"] = request.Days });
            var watch = Stopwatch.StartNew();
            var dashboard = new Dashboard { User = user.Name ?? user.Id?.ToString() };
            if (accessor.HttpContext is { } context)
            {
                context.Items["days"] = request.Days;
                context.Items.TryAdd("seen", true);
                dashboard.Notes.Add(context.Request.Headers.UserAgent.ToString());
            }

            if (await features.IsEnabledAsync("NewDashboard")) dashboard.Notes.Add(texts["new"]);
            int size = settings.Value.PageSize;
            size += configuration.GetValue<int>("extra");
            dashboard.Orders = await pipeline.ExecuteAsync(
                async token => await db.Orders.CountAsync(o => o.Placed > time.GetUtcNow().AddDays(-request.Days),
                    token),
                cancellationToken);
            s_views.Add(1, new TagList { { "user", user.Name } });
            s_duration.Record(watch.Elapsed.TotalSeconds);
            LogDone(logger, dashboard.Orders);
            logger.LogInformation("Took {Elapsed} for {Size}", watch.ElapsedMilliseconds, size);
            activity?.SetStatus(ActivityStatusCode.Ok);
            watch.Stop();
            Trace.WriteLine("done");
            Debug.Assert(size > 0);
            Console.WriteLine("done");
            return dashboard;
        }

        private static void LogDone(ILogger logger, int orders) => s_done(logger, orders, null);

        private static readonly Action<ILogger, int, Exception?> s_done =
            LoggerMessage.Define<int>(LogLevel.Information, new EventId(1), "Done {Orders}");
    }

    public sealed record PermissionQuery(Guid Order) : IRequest<bool>;
    public sealed class PermissionQueryHandler(Microsoft.AspNetCore.Authorization.IAuthorizationService service,
        IHttpContextAccessor accessor,
        Microsoft.AspNetCore.Identity.UserManager<Customer> users,
            Microsoft.AspNetCore.DataProtection.IDataProtectionProvider protection)
        : IRequestHandler<PermissionQuery, bool>
    {
        public async Task<bool> Handle(PermissionQuery request, CancellationToken cancellationToken)
        {
            var customer = await users.FindByIdAsync(request.Order.ToString());
            if (customer is null || !await users.IsInRoleAsync(customer, "admin")) return false;
            var principal = accessor.HttpContext!.User;
            principal.AddIdentity(new ClaimsIdentity([new Claim("a", "b")]));
            _ = protection.CreateProtector("x").Protect([1]);
            return (await service.AuthorizeAsync(principal, request.Order, "policy")).Succeeded;
        }
    }

    public sealed record RetryQuery : IRequest<int>;
    public sealed class RetryQueryHandler(ShopContext db) : IRequestHandler<RetryQuery, int>
    {
        private int _attempts;
        private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder(
            ).AddTimeout(TimeSpan.FromSeconds(1)).Build();

        public async Task<int> Handle(RetryQuery request, CancellationToken cancellationToken)
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            source.CancelAfter(TimeSpan.FromSeconds(2));
            using var registration = source.Token.Register(() => db.ChangeTracker.Clear());
            for (int attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    return await _pipeline.ExecuteAsync(async token => await db.Orders.CountAsync(token), source.Token);
                }
                catch (DbUpdateException) when (attempt < 2)
                {
                    await Task.Delay(100, source.Token);
                }
            }

            return _attempts;
        }
    }
}
