namespace Shop.Domain
{
    using Microsoft.EntityFrameworkCore;

    public sealed class Product
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public decimal Price { get; set; }
        public int Views { get; set; }
        public bool IsActive { get; set; }
        public Category? Category { get; set; }
        public int? CategoryId { get; set; }
        public List<Review> Reviews { get; set; } = [];
    }
    public sealed class Category { public int Id { get; set; } public string Name { get; set; } = ""; }
    public sealed class Review { public int Id { get; set; } public int Stars { get; set; } public string? Text { get;
        set; } }
    public sealed class Customer { public Guid Id { get; set; } public string Email { get; set; } = "";
        public DateTime? LastSeen { get; set; } }
    public sealed class Order
    {
        private readonly List<OrderLine> _lines = [];
        public Guid Id { get; init; }
        public Guid CustomerId { get; set; }
        public DateTime Placed { get; set; }
        public string Status { get; private set; } = "";
        public IReadOnlyCollection<OrderLine> Lines => _lines;
        public decimal Total => _lines.Sum(line => line.Price * line.Count);
        public void Cancel() => Status = "cancelled";
        public void Add(OrderLine line) => _lines.Add(line);
    }
    public sealed record OrderLine(int Product, decimal Price, int Count);

    public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
    {
        public DbSet<Product> Products => Set<Product>();
        public DbSet<Customer> Customers { get; set; } = null!;
        public DbSet<Order> Orders { get; set; } = null!;
        public DbSet<Category> Categories { get; set; } = null!;

        public override Task<int> SaveChangesAsync(CancellationToken token = default)
        {
            foreach (var entry in ChangeTracker.Entries<Customer>())
            {
                entry.Entity.LastSeen = DateTime.UtcNow;
            }
            return base.SaveChangesAsync(token);
        }
    }

    public interface IShopContext
    {
        DbSet<Product> Products { get; }
        DbSet<Order> Orders { get; set; }
        DbSet<Customer> Customers { get; set; }
        Task<int> SaveChangesAsync(CancellationToken token = default);
    }

    public interface IQuery<TResult>;
    public interface IQueryHandler<in TQuery, TResult> where TQuery : IQuery<TResult>
    {
        Task<TResult> HandleAsync(TQuery query, CancellationToken token);
    }

    public sealed class ProductDto
    {
        public int Id { get; set; }
        public string Name { get; set; } = "";
        public decimal Price { get; set; }
        public string? CategoryName { get; set; }
        public double Stars { get; set; }
        public string? ImageUrl { get; set; }
        public List<ReviewDto> Reviews { get; set; } = [];
        public Dictionary<string, string> Links { get; set; } = [];
    }
    public sealed class ReviewDto { public int Stars { get; set; } public string? Text { get; set; } }
    public sealed record Paged<T>(IReadOnlyList<T> Items, int Total);
}
