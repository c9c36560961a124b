namespace Shop.EntityFramework
{
    using AutoMapper;
    using AutoMapper.QueryableExtensions;
    using Mapster;
    using MediatR;
    using Microsoft.EntityFrameworkCore;
    using Microsoft.EntityFrameworkCore.Storage;
    using Shop.Domain;

    public sealed record GetProductQuery(int Id) : IRequest<ProductDto?>;
    public sealed class GetProductQueryHandler : IRequestHandler<GetProductQuery, ProductDto?>
    {
        private readonly ShopContext _context;
        private readonly IMapper _mapper;

        public GetProductQueryHandler(ShopContext context, IMapper mapper)
        {
            _context = context;
            _mapper = mapper;
        }

        public async Task<ProductDto?> Handle(GetProductQuery request, CancellationToken cancellationToken)
        {
            var product = await _context.Products
                .Include(p => p.Category)
                .Include(p => p.Reviews.Where(r => r.Stars > 1)).ThenInclude(r => r.Text)
                .AsSplitQuery()
                .AsNoTracking()
                .FirstOrDefaultAsync(p => p.Id == request.Id, cancellationToken);
            if (product is null) return null;
            product.Name = product.Name.Trim();
            var dto = _mapper.Map<ProductDto>(product);
            dto.CategoryName = product.Category?.Name;
            dto.Reviews.Add(new ReviewDto { Stars = 5 });
            dto.Links["self"] = $"/products/{dto.Id}";
            return dto;
        }
    }

    public sealed record ListProductsQuery : IRequest<Paged<ProductDto>>
    {
        public int Page { get; init; } = 1;
        public int Size { get; init; } = 20;
        public string? Search { get; init; }
        public string? Sort { get; init; }
    }
    public sealed class ListProductsQueryHandler(IShopContext context, IConfigurationProvider mapping)
        : IRequestHandler<ListProductsQuery, Paged<ProductDto>>
    {
        public async Task<Paged<ProductDto>> Handle(ListProductsQuery request, CancellationToken cancellationToken)
        {
            IQueryable<Product> query = context.Products.AsNoTracking();
            if (!string.IsNullOrWhiteSpace(request.Search))
            {
                query = query.Where(p => EF.Functions.Like(p.Name, $"%{request.Search}%"));
            }

            query = request.Sort switch
            {
                "price" => query.OrderBy(p => p.Price),
                "name" => query.OrderByDescending(p => p.Name),
                _ => query.OrderBy(p => p.Id),
            };
            int total = await query.CountAsync(cancellationToken);
            var items = await query.Skip((request.Page - 1) * request.Size).Take(request.Size)
                .ProjectTo<ProductDto>(mapping).ToListAsync(cancellationToken);
            foreach (var item in items)
            {
                item.ImageUrl ??= "/none.png";
                item.Price = Math.Round(item.Price, 2);
            }

            items.Sort((a, b) => a.Price.CompareTo(b.Price));
            items.RemoveAll(item => item.Price < 0);
            return new Paged<ProductDto>(items, total);
        }
    }

    public sealed record SearchQuery(string Text) : IRequest<List<ProductDto>>;
    public sealed class SearchQueryHandler(ShopContext db) : IRequestHandler<SearchQuery, List<ProductDto>>
    {
        private static readonly Func<ShopContext, int, Task<Product?>> s_byId = EF.CompileAsyncQuery(
            (ShopContext context, int id) => context.Products.FirstOrDefault(p => p.Id == id));

        public async Task<List<ProductDto>> Handle(SearchQuery request, CancellationToken cancellationToken)
        {
            var raw = await db.Products.FromSqlInterpolated($"SELECT * FROM products WHERE name = {request.Text}")
                .ToListAsync(cancellationToken);
            var more = await db.Products.FromSqlRaw("EXEC search_products @p0", request.Text)
                .ToListAsync(cancellationToken);
            var counts = await db.Database.SqlQueryRaw<int>("SELECT count(*) FROM products").ToListAsync(
                cancellationToken);
            var one = await s_byId(db, counts[0]);
            var found = raw.Concat(more).Append(one).OfType<Product>().DistinctBy(p => p.Id)
                .Select(p => new ProductDto { Id = p.Id, Name = p.Name }).ToList();
            found.ForEach(p => p.Stars = 5);
            db.ChangeTracker.Clear();
            return found;
        }
    }

    public sealed record GetOrdersQuery(Guid Customer, DateTime? From) : IRequest<List<OrderRow>>;
    public sealed record OrderRow(Guid Id, decimal Total, int Lines);
    public sealed class GetOrdersQueryHandler(IDbContextFactory<ShopContext> factory)
        : IRequestHandler<GetOrdersQuery, List<OrderRow>>
    {
        public async Task<List<OrderRow>> Handle(GetOrdersQuery request, CancellationToken cancellationToken)
        {
            await using var context = await factory.CreateDbContextAsync(cancellationToken);
            context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            context.Database.SetCommandTimeout(60);
            await using var transaction = await context.Database.BeginTransactionAsync(
                System.Data.IsolationLevel.Snapshot, cancellationToken);
            await context.Database.ExecuteSqlRawAsync("SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED",
                cancellationToken);
            var rows = new List<OrderRow>();
            await foreach (var order in context.Orders.Where(o => o.CustomerId == request.Customer).AsAsyncEnumerable())
            {
                rows.Add(new OrderRow(order.Id, order.Total, order.Lines.Count));
            }

            await transaction.CommitAsync(cancellationToken);
            return rows;
        }
    }

    public sealed record GetStatsQuery : IRequest<Dictionary<string, int>>;
    public sealed class GetStatsQueryHandler(ShopContext db) : IRequestHandler<GetStatsQuery, Dictionary<string, int>>
    {
        public async Task<Dictionary<string, int>> Handle(GetStatsQuery request, CancellationToken cancellationToken)
        {
            var strategy = db.Database.CreateExecutionStrategy();
            var result = await strategy.ExecuteAsync(async () => await db.Products
                .GroupBy(p => p.Category!.Name)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken));
            result["all"] = result.Values.Sum();
            result.Remove("none");
            return result;
        }
    }

    public sealed record ProjectedQuery(int Id) : IRequest<ProductDto?>;
    public sealed class ProjectedQueryHandler(ShopContext db) : IRequestHandler<ProjectedQuery, ProductDto?>
    {
        public async Task<ProductDto?> Handle(ProjectedQuery request, CancellationToken cancellationToken)
        {
            var dto = await db.Products.Where(p =>
                p.Id == request.Id).Select(Projection).SingleOrDefaultAsync(cancellationToken);
            if (dto != null)
            {
                dto.Stars = dto.Reviews.Count == 0 ? 0 : dto.Reviews.Average(r => r.Stars);
                dto.Reviews = dto.Reviews.OrderBy(r => r.Stars).ToList();
            }

            return dto ?? await db.Products.ProjectToType<ProductDto>().FirstOrDefaultAsync(cancellationToken);
        }

        private static System.Linq.Expressions.Expression<Func<Product, ProductDto>> Projection => p => new ProductDto
        {
            Id = p.Id,
            Name = p.Name,
            Reviews = p.Reviews.Select(r => new ReviewDto { Stars = r.Stars }).ToList(),
        };
    }

    public sealed record JoinQuery : IRequest<List<object>>;
    public sealed class JoinQueryHandler(ShopContext db) : IRequestHandler<JoinQuery, List<object>>
    {
        public async Task<List<object>> Handle(JoinQuery request, CancellationToken cancellationToken)
        {
            var query = from order in db.Orders
                        join customer in db.Customers on order.CustomerId equals customer.Id into joined
                        from customer in joined.DefaultIfEmpty()
                        let name = customer == null ? "" : customer.Email
                        where order.Placed > DateTime.UtcNow.AddDays(-7)
                        orderby order.Placed descending
                        select new { order.Id, name };
            var list = new List<object>();
            foreach (var row in await query.ToListAsync(cancellationToken))
            {
                list.Add(row);
            }

            return list;
        }
    }

    public sealed record LoadQuery(int Id) : IRequest<Product?>;
    public sealed class LoadQueryHandler(ShopContext db) : IRequestHandler<LoadQuery, Product?>
    {
        public async Task<Product?> Handle(LoadQuery request, CancellationToken cancellationToken)
        {
            var product = await db.Products.FindAsync([request.Id], cancellationToken);
            if (product is null) return null;
            await db.Entry(product).Collection(p => p.Reviews).LoadAsync(cancellationToken);
            await db.Entry(product).Reference(p => p.Category).LoadAsync(cancellationToken);
            db.Entry(product).State = EntityState.Detached;
            return product;
        }
    }
}
