namespace Shop.Exports
{
    using System.Globalization;
    using System.IO.Compression;
    using System.Text;
    using System.Xml;
    using System.Xml.Linq;
    using CsvHelper;
    using MediatR;
    using Microsoft.AspNetCore.Http;
    using Microsoft.EntityFrameworkCore;
    using QuestPDF.Fluent;
    using Shop.Domain;

    public sealed record ExportCsvQuery : IRequest<byte[]>;
    public sealed class ExportCsvQueryHandler(ShopContext db, ICsvFileBuilder files) : IRequestHandler<ExportCsvQuery,
        byte[]>
    {
        public async Task<byte[]> Handle(ExportCsvQuery request, CancellationToken cancellationToken)
        {
            var rows = await db.Products.AsNoTracking().ToListAsync(cancellationToken);
            using var memory = new MemoryStream();
            await using (var writer = new StreamWriter(memory, Encoding.UTF8, leaveOpen: true))
            using (var csv = new CsvWriter(writer, CultureInfo.InvariantCulture))
            {
                csv.WriteField("id");
                csv.NextRecord();
                csv.WriteRecords(rows);
                await writer.WriteLineAsync("end");
                await csv.FlushAsync();
                await writer.FlushAsync(cancellationToken);
            }

            _ = files.BuildFile(rows);
            memory.Seek(0, SeekOrigin.Begin);
            return memory.ToArray();
        }
    }
    public interface ICsvFileBuilder { byte[] BuildFile(IEnumerable<Product> products); }
    public sealed class CsvFileBuilder : ICsvFileBuilder
    {
        public byte[] BuildFile(IEnumerable<Product> products)
        {
            using var memory = new MemoryStream();
            using (var writer = new StreamWriter(memory))
            {
                using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
                csv.WriteRecords(products);
            }

            return memory.ToArray();
        }
    }

    public sealed record ExportZipQuery : IRequest<Stream>;
    public sealed class ExportZipQueryHandler(ShopContext db) : IRequestHandler<ExportZipQuery, Stream>
    {
        public async Task<Stream> Handle(ExportZipQuery request, CancellationToken cancellationToken)
        {
            var output = new MemoryStream();
            using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
            {
                await foreach (var product in db.Products.AsAsyncEnumerable())
                {
                    var entry = zip.CreateEntry(product.Id + ".txt", CompressionLevel.Fastest);
                    await using var stream = entry.Open();
                    await using var writer = new StreamWriter(stream);
                    await writer.WriteAsync(product.Name);
                    await stream.WriteAsync(new byte[] { 1 }, cancellationToken);
                }
            }

            using (var gzip = new GZipStream(output, CompressionLevel.Optimal, true)) gzip.WriteByte(1);
            output.Position = 0;
            return output;
        }
    }

    public sealed record ExportXmlQuery(int Id) : IRequest<string>;
    public sealed class ExportXmlQueryHandler : IRequestHandler<ExportXmlQuery, string>
    {
        public Task<string> Handle(ExportXmlQuery request, CancellationToken cancellationToken)
        {
            var root = new XElement("root", new XAttribute("id", request.Id));
            root.Add(new XElement("a"));
            root.SetAttributeValue("b", 1);
            var text = new StringWriter();
            using (var writer = XmlWriter.Create(text))
            {
                writer.WriteStartElement("a");
                writer.WriteEndElement();
                root.WriteTo(writer);
            }

            root.Save(text);
            var document = new XmlDocument();
            document.LoadXml("<a/>");
            document.AppendChild(document.CreateElement("b"));
            byte[] pdf = Document.Create(page => page.Text("a").Text("b")).GeneratePdf();
            using var memory = new MemoryStream(pdf);
            Document.Create(page => page.Text("a")).GeneratePdf(memory);
            memory.SetLength(0);
            return Task.FromResult(text.ToString());
        }
    }

    public sealed record ReadFileQuery(string Name) : IRequest<string>;
    public sealed class ReadFileQueryHandler(Microsoft.AspNetCore.Hosting.IWebHostEnvironment environment,
        IHttpContextAccessor accessor)
        : IRequestHandler<ReadFileQuery, string>
    {
        public async Task<string> Handle(ReadFileQuery request, CancellationToken cancellationToken)
        {
            string path = Path.Combine(environment.ContentRootPath, request.Name);
            if (!File.Exists(path)) return Path.GetTempPath();
            using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await using var other = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096,
                useAsync: true);
            using var reader = new StreamReader(file);
            var info = new FileInfo(path);
            info.Refresh();
            foreach (string found in Directory.EnumerateFiles(environment.ContentRootPath)) _ = found;
            string status = accessor.HttpContext?.Response.StatusCode.ToString(CultureInfo.InvariantCulture) ?? "";
            return await reader.ReadToEndAsync(
                cancellationToken) + info.Length + status + await File.ReadAllTextAsync(path, cancellationToken);
        }
    }
}
