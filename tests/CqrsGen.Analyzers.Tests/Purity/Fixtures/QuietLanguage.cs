namespace Shop.Language
{
    using System.Collections.Concurrent;
    using System.Collections.Immutable;
    using System.Globalization;
    using System.Runtime.CompilerServices;
    using System.Security.Cryptography;
    using System.Text;
    using System.Text.Json;
    using System.Text.Json.Nodes;
    using System.Text.RegularExpressions;
    using System.Threading.Channels;
    using MediatR;
    using Microsoft.EntityFrameworkCore;
    using Shop.Domain;

    public sealed record StreamQuery(int Count) : IStreamRequest<ProductDto>;
    public sealed class StreamQueryHandler(ShopContext db) : IStreamRequestHandler<StreamQuery, ProductDto>
    {
        private int _yielded;

        public async IAsyncEnumerable<ProductDto> Handle(StreamQuery request,
            [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var product in db.Products.AsNoTracking(
                ).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                var dto = new ProductDto { Id = product.Id };
                Fill(dto, product);
                if (_yielded > request.Count) yield break;
                yield return dto;
            }
        }

        private static void Fill(ProductDto dto, Product product)
        {
            dto.Name = product.Name;
            dto.Links.Add("self", "/" + product.Id);
            foreach (var review in product.Reviews)
            {
                dto.Reviews.Add(new ReviewDto { Stars = review.Stars });
            }
        }
    }

    public sealed record BuilderQuery(string Name) : IRequest<string>;
    public sealed class BuilderQueryHandler : IRequestHandler<BuilderQuery, string>
    {
        public Task<string> Handle(BuilderQuery request, CancellationToken cancellationToken)
        {
            var builder = new ReportBuilder().WithTitle(request.Name).Add("a").Add("b");
            builder.Footer = "end";
            var text = new StringBuilder();
            Append(text, builder.Build());
            text.Insert(0, "x").Replace("x", "y").AppendFormat(CultureInfo.InvariantCulture, "{0}", 1);
            return Task.FromResult(text.ToString());
        }

        private static StringBuilder Append(StringBuilder text, Report report)
        {
            text.AppendLine(report.Title);
            foreach (string line in report.Lines) text.Append("- ").AppendLine(line);
            return text;
        }
    }
    public sealed class ReportBuilder
    {
        private readonly List<string> _lines = [];
        private string _title = "";
        public string? Footer { get; set; }
        public ReportBuilder WithTitle(string title) { _title = title; return this; }
        public ReportBuilder Add(string line) { _lines.Add(line); return this; }
        public Report Build() => new(_title, [.. _lines]);
    }
    public sealed record Report(string Title, ImmutableArray<string> Lines);

    public sealed record TreeQuery : IRequest<Node>;
    public sealed class Node { public int Id { get; set; } public Node? Parent { get; set;
        } public List<Node> Children { get; } = []; }
    public sealed class TreeQueryHandler(ShopContext db) : IRequestHandler<TreeQuery, Node>
    {
        public async Task<Node> Handle(TreeQuery request, CancellationToken cancellationToken)
        {
            var nodes = await db.Categories.AsNoTracking().Select(c => new Node {
                Id = c.Id }).ToListAsync(cancellationToken);
            var byId = nodes.ToDictionary(node => node.Id);
            foreach (var node in nodes)
            {
                if (byId.TryGetValue(node.Id / 2, out var parent) && parent != node)
                {
                    node.Parent = parent;
                    parent.Children.Add(node);
                }
            }

            var root = nodes.First(node => node.Parent is null);
            Sort(root);
            Walk(root, (node, depth) => node.Id += depth);
            return root;
        }

        private static void Sort(Node node)
        {
            node.Children.Sort((a, b) => a.Id.CompareTo(b.Id));
            foreach (var child in node.Children) Sort(child);
        }

        private static void Walk(Node node, Action<Node, int> visit, int depth = 0)
        {
            visit(node, depth);
            node.Children.ForEach(child => Walk(child, visit, depth + 1));
        }
    }

    public sealed record ParallelQuery(int[] Ids) : IRequest<IDictionary<int, string>>;
    public sealed class ParallelQueryHandler(IHttpClientFactory clients, IDbContextFactory<ShopContext> factory)
        : IRequestHandler<ParallelQuery, IDictionary<int, string>>
    {
        public async Task<IDictionary<int, string>> Handle(ParallelQuery request, CancellationToken cancellationToken)
        {
            var results = new ConcurrentDictionary<int, string>();
            var errors = new ConcurrentBag<Exception>();
            int done = 0;
            using var gate = new SemaphoreSlim(4);
            await Parallel.ForEachAsync(request.Ids, cancellationToken, async (id, token) =>
            {
                await using var db = await factory.CreateDbContextAsync(token);
                results[id] = (await db.Products.FirstAsync(p => p.Id == id, token)).Name;
                Interlocked.Increment(ref done);
            });
            var tasks = request.Ids.Select(async id =>
            {
                await gate.WaitAsync(cancellationToken);
                try
                {
                    results.AddOrUpdate(id, await clients.CreateClient().GetStringAsync($"/{id}", cancellationToken),
                        (_, old) => old);
                }
                catch (HttpRequestException error)
                {
                    errors.Add(error);
                }
                finally
                {
                    gate.Release();
                }
            });
            await Task.WhenAll(tasks);
            var channel = Channel.CreateUnbounded<int>();
            var producer = Task.Run(async () =>
            {
                foreach (int id in request.Ids) await channel.Writer.WriteAsync(id, cancellationToken);
                channel.Writer.Complete();
            }, cancellationToken);
            await foreach (int id in channel.Reader.ReadAllAsync(cancellationToken)) results.TryRemove(-id, out _);
            await producer;
            return results;
        }
    }

    public sealed record CryptoQuery(byte[] Data) : IRequest<string>;
    public sealed class CryptoQueryHandler : IRequestHandler<CryptoQuery, string>
    {
        private static readonly Random s_random = new();
        private static readonly RandomNumberGenerator s_numbers = RandomNumberGenerator.Create();

        public Task<string> Handle(CryptoQuery request, CancellationToken cancellationToken)
        {
            byte[] salt = new byte[16];
            s_numbers.GetBytes(salt);
            RandomNumberGenerator.Fill(salt);
            salt[0] = (byte)s_random.Next(256);
            using var aes = Aes.Create();
            aes.Key = salt;
            aes.Mode = CipherMode.CBC;
            using var memory = new MemoryStream();
            using (var crypto = new CryptoStream(memory, aes.CreateEncryptor(), CryptoStreamMode.Write))
            {
                crypto.Write(request.Data, 0, request.Data.Length);
                crypto.FlushFinalBlock();
            }

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(request.Data);
            Span<char> chars = stackalloc char[4];
            chars[0] = 'a';
            chars.Fill('b');
            Array.Copy(salt, 0, new byte[16], 0, 4);
            return Task.FromResult(
                Convert.ToHexString(
                hash.GetHashAndReset()) + Convert.ToBase64String(memory.ToArray()) + chars.ToString());
        }
    }

    public sealed record JsonQuery(string Json) : IRequest<string>;
    public sealed partial class JsonQueryHandler : IRequestHandler<JsonQuery, string>
    {
        private static readonly JsonSerializerOptions s_options = CreateOptions();

        private static JsonSerializerOptions CreateOptions()
        {
            var options = new JsonSerializerOptions { WriteIndented = true };
            options.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter());
            options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            return options;
        }

        public Task<string> Handle(JsonQuery request, CancellationToken cancellationToken)
        {
            var node = JsonNode.Parse(request.Json)!.AsObject();
            node["a"] = 1;
            node.Remove("b");
            var dto = JsonSerializer.Deserialize<ProductDto>(request.Json, s_options)!;
            dto.Name = Regex.Replace(dto.Name, "a+", match => match.Value.ToUpperInvariant());
            dto.Links["x"] = "y";
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                writer.WriteStartObject();
                writer.WriteString("a", "b");
                writer.WriteEndObject();
            }

            var (first, second) = Split(dto.Name);
            string? result = null;
            result ??= first + second;
            int index = 0;
            do { index++; } while (index < 3);
            Guid.TryParse(result, out var id);
            ref string slot = ref result;
            slot = id.ToString();
            return Task.FromResult(node.ToJsonString() + result + Encoding.UTF8.GetString(buffer.WrittenSpan));
        }

        private static (string, string) Split(string text)
        {
            string[] parts = text.Split(' ');
            Array.Reverse(parts);
            parts[0] = parts[0].Trim();
            Swap(ref parts[0], ref parts[^1]);
            return (parts[0], parts[^1]);
        }

        private static void Swap<T>(ref T one, ref T other) => (one, other) = (other, one);
    }

    public sealed class Filter { public List<string> Names { get; set; } = []; public int Page { get; set;
        } public string? Sort { get; set; } }
    public sealed record NormalizeQuery(Filter Filter) : IRequest<int>;
    public sealed class NormalizeQueryHandler : IRequestHandler<NormalizeQuery, int>
    {
        public Task<int> Handle(NormalizeQuery request, CancellationToken cancellationToken)
        {
            var filter = new Filter { Page = request.Filter.Page, Names = [.. request.Filter.Names] };
            filter.Page = Math.Max(1, filter.Page);
            filter.Names.Add("x");
            var names = request.Filter.Names.Where(name => name.Length > 0).ToList();
            names.Insert(0, "all");
            names.Reverse();
            var queue = new Queue<string>(names);
            var stack = new Stack<string>();
            while (queue.TryDequeue(out string? name)) stack.Push(name);
            var set = new HashSet<string>(request.Filter.Names, StringComparer.OrdinalIgnoreCase);
            set.UnionWith(names);
            set.ExceptWith(["a"]);
            var lookup = names.GroupBy(name => name[0]).ToDictionary(group => group.Key, group => group.ToList());
            foreach (var (_, list) in lookup) list.Clear();
            return Task.FromResult(filter.Page + stack.Count + set.Count);
        }
    }

    public abstract class HandlerBase<TQuery, TResult> : IRequestHandler<TQuery, TResult>
        where TQuery : IRequest<TResult>
    {
        protected List<string> Messages { get; } = [];
        protected CancellationToken Token;
        public Task<TResult> Handle(TQuery request, CancellationToken cancellationToken) => RunAsync(request,
            cancellationToken);
        protected abstract Task<TResult> RunAsync(TQuery query, CancellationToken token);
    }
    public sealed record BasedQuery(int Id) : IRequest<ProductDto>;
    public sealed class BasedQueryHandler(ShopContext db) : HandlerBase<BasedQuery, ProductDto>
    {
        protected override async Task<ProductDto> RunAsync(BasedQuery query, CancellationToken token)
        {
            var dto = await db.Products.Select(p => new ProductDto { Id = p.Id }).FirstAsync(p => p.Id == query.Id,
                token);
            Enrich(dto);
            return dto;
        }

        private static void Enrich(ProductDto dto)
        {
            dto.Stars = dto.Reviews.Count > 0 ? dto.Reviews.Average(r => r.Stars) : 0;
            dto.Reviews.RemoveAll(r => r.Stars == 0);
        }
    }
}
