namespace Shop.Clients
{
    using System.Net.Http.Headers;
    using System.Text;
    using System.Text.Json;
    using Amazon.S3;
    using Azure.Storage.Blobs;
    using Elastic.Clients.Elasticsearch;
    using Marten;
    using MediatR;
    using MongoDB.Driver;
    using Refit;
    using Shop.Domain;

    public sealed class CatalogClient(HttpClient http)
    {
        public async Task<ProductDto?> GetAsync(int id, CancellationToken token)
        {
            http.DefaultRequestHeaders.Accept.Clear();
            using var response = await http.GetAsync($"/products/{id}", HttpCompletionOption.ResponseHeadersRead,
                token);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<ProductDto>(token);
        }
    }
    public sealed record FromCatalogQuery(int Id) : IRequest<ProductDto?>;
    public sealed class FromCatalogQueryHandler(CatalogClient client) : IRequestHandler<FromCatalogQuery, ProductDto?>
    {
        public Task<ProductDto?> Handle(FromCatalogQuery request, CancellationToken token) =>
            client.GetAsync(request.Id, token);
    }

    public sealed record WithHeadersQuery(string Url) : IRequest<string>;
    public sealed class WithHeadersQueryHandler(IHttpClientFactory factory) : IRequestHandler<WithHeadersQuery, string>
    {
        public async Task<string> Handle(WithHeadersQuery request, CancellationToken token)
        {
            var client = factory.CreateClient("api");
            client.BaseAddress = new Uri("https://example.org");
            client.Timeout = TimeSpan.FromSeconds(3);
            using var message = new HttpRequestMessage(HttpMethod.Get, request.Url);
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "x");
            message.Headers.Add("X-Trace", Guid.NewGuid().ToString());
            message.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            var response = await client.SendAsync(message, token);
            if (!response.IsSuccessStatusCode) throw new InvalidOperationException("no");
            await using var stream = await response.Content.ReadAsStreamAsync(token);
            using var reader = new StreamReader(stream);
            return await reader.ReadToEndAsync(token);
        }
    }

    public interface IProductsApi
    {
        [Get("/products/{id}")] Task<ProductDto> GetProduct(int id);
        [Get("/search")] Task<List<ProductDto>> Search(string text);
    }
    public sealed record ByRefitQuery(int Id) : IRequest<ProductDto>;
    public sealed class ByRefitQueryHandler(IProductsApi api) : IRequestHandler<ByRefitQuery, ProductDto>
    {
        public async Task<ProductDto> Handle(ByRefitQuery request, CancellationToken token)
        {
            var product = await api.GetProduct(request.Id);
            product.Reviews.Clear();
            product.Price *= 1.19m;
            return product;
        }
    }

    public sealed class Rates { public class Client : Grpc.Core.ClientBase<Client> {
        public virtual Grpc.Core.AsyncUnaryCall<RateReply> GetRateAsync(RateRequest request,
            Grpc.Core.Metadata? headers = null) => null!; } }
    public sealed class RateRequest { public string From { get; set; } = ""; public List<string> To { get; } = []; }
    public sealed class RateReply { public double Rate { get; set; } }
    public sealed record RateQuery(string From) : IRequest<double>;
    public sealed class RateQueryHandler(Rates.Client rates) : IRequestHandler<RateQuery, double>
    {
        public async Task<double> Handle(RateQuery request, CancellationToken token)
        {
            var message = new RateRequest { From = request.From, To = { "EUR" } };
            message.To.Add("USD");
            var headers = new Grpc.Core.Metadata();
            headers.Add("tenant", "1");
            var reply = await rates.GetRateAsync(message, headers);
            reply.Rate = Math.Round(reply.Rate, 4);
            return reply.Rate;
        }
    }

    public sealed record ElasticQuery(string Text, int Page) : IRequest<Paged<ProductDto>>;
    public sealed class ElasticQueryHandler(ElasticsearchClient client) : IRequestHandler<ElasticQuery,
        Paged<ProductDto>>
    {
        public async Task<Paged<ProductDto>> Handle(ElasticQuery request, CancellationToken token)
        {
            int from = 0;
            var response = await client.SearchAsync<ProductDto>(s =>
            {
                from = request.Page * 10;
                s.Index("products").From(from).Size(10).Query(q => q.Index("x"));
            }, token);
            return new Paged<ProductDto>(response.Documents.ToList(), (int)response.Total);
        }
    }

    public sealed record ReadBlobQuery(string Name) : IRequest<byte[]>;
    public sealed class ReadBlobQueryHandler(BlobContainerClient container,
        IAmazonS3 s3) : IRequestHandler<ReadBlobQuery, byte[]>
    {
        public async Task<byte[]> Handle(ReadBlobQuery request, CancellationToken token)
        {
            var blob = container.GetBlobClient(request.Name);
            if (!await blob.ExistsAsync(token))
            {
                var response = await s3.GetObjectAsync("bucket", request.Name, token);
                using var copy = new MemoryStream();
                await response.ResponseStream.CopyToAsync(copy, token);
                return copy.ToArray();
            }

            _ = blob.GenerateSasUri(1, DateTimeOffset.UtcNow.AddMinutes(5));
            using var memory = new MemoryStream();
            await blob.DownloadToAsync(memory, token);
            memory.Position = 0;
            return memory.ToArray();
        }
    }

    public sealed record MongoQuery(string Name) : IRequest<List<Customer>>;
    public sealed class MongoQueryHandler(IMongoDatabase database) : IRequestHandler<MongoQuery, List<Customer>>
    {
        private readonly IMongoCollection<Customer> _customers = database.GetCollection<Customer>("customers");
        public async Task<List<Customer>> Handle(MongoQuery request, CancellationToken token)
        {
            long count = await _customers.CountDocumentsAsync(c => c.Email == request.Name);
            var found = await _customers.Find(c => c.Email == request.Name && count > 0).ToListAsync(token);
            foreach (var customer in found) customer.Email = customer.Email.ToLowerInvariant();
            return found;
        }
    }

    public sealed record MartenQuery(Guid Id) : IRequest<Customer?>;
    public sealed class MartenQueryHandler(IDocumentStore store, IQuerySession shared) : IRequestHandler<MartenQuery,
        Customer?>
    {
        public async Task<Customer?> Handle(MartenQuery request, CancellationToken token)
        {
            await using var session = store.QuerySession();
            return await session.LoadAsync<Customer>(request.Id, token) ?? shared.Query<Customer>().FirstOrDefault();
        }
    }

    public sealed class TokenProvider(HttpClient http)
    {
        private readonly SemaphoreSlim _gate = new(1, 1);
        private string? _token;
        private DateTimeOffset _expires;

        public async Task<string> GetTokenAsync(CancellationToken token)
        {
            if (_token is not null && _expires > DateTimeOffset.UtcNow) return _token;
            await _gate.WaitAsync(token);
            try
            {
                if (_token is not null && _expires > DateTimeOffset.UtcNow) return _token;
                using var json = JsonDocument.Parse(await http.GetStringAsync("/token", token));
                _token = json.RootElement.GetProperty("token").GetString()!;
                _expires = DateTimeOffset.UtcNow.AddMinutes(50);
                return _token;
            }
            finally
            {
                _gate.Release();
            }
        }
    }
    public sealed record SecuredQuery(string Url) : IRequest<string>;
    public sealed class SecuredQueryHandler(TokenProvider tokens, HttpClient http) : IRequestHandler<SecuredQuery,
        string>
    {
        public async Task<string> Handle(SecuredQuery request, CancellationToken token)
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, request.Url);
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetTokenAsync(token));
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token);
            return await response.Content.ReadAsStringAsync(token);
        }
    }
}
