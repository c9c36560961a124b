namespace Shop.Sql
{
    using System.Data;
    using System.Data.Common;
    using Dapper;
    using Microsoft.Data.SqlClient;
    using Npgsql;
    using Shop.Domain;

    public interface IConnections { DbConnection Open(); Task<IDbConnection> OpenAsync(CancellationToken token); }
    public sealed class Connections(string text) : IConnections
    {
        private DbConnection? _connection;
        public DbConnection Open()
        {
            if (_connection is null || _connection.State != ConnectionState.Open)
            {
                _connection = new NpgsqlConnection(text);
                _connection.Open();
            }

            return _connection;
        }

        public async Task<IDbConnection> OpenAsync(CancellationToken token)
        {
            var connection = new NpgsqlConnection(text);
            await connection.OpenAsync(token);
            return connection;
        }
    }

    public sealed record GetOrder(Guid Id) : IQuery<OrderView?>;
    public sealed class OrderView
    {
        public Guid Id { get; set; }
        public string Status { get; set; } = "";
        public List<LineView> Lines { get; set; } = [];
        public Customer? Customer { get; set; }
    }
    public sealed class LineView { public int Product { get; set; } public int Count { get; set; } }

    public sealed class GetOrderHandler(IConnections connections) : IQueryHandler<GetOrder, OrderView?>
    {
        private const string Text = """
            -- the order and its lines
            SELECT o.id, o.status, l.product, l.count
            FROM orders o LEFT JOIN lines l ON l.order_id = o.id
            WHERE o.id = @Id AND o.updated_at IS NOT NULL AND o.last_update > @Since
            """;

        public async Task<OrderView?> HandleAsync(GetOrder query, CancellationToken token)
        {
            using var connection = await connections.OpenAsync(token);
            var orders = new Dictionary<Guid, OrderView>();
            await connection.QueryAsync<OrderView, LineView, Customer, OrderView>(
                Text,
                (order, line, customer) =>
                {
                    if (!orders.TryGetValue(order.Id, out var known))
                    {
                        orders.Add(order.Id, known = order);
                        known.Customer = customer;
                    }

                    known.Lines.Add(line);
                    return known;
                },
                new { query.Id, Since = DateTime.UtcNow },
                splitOn: "product,id");
            return orders.Values.SingleOrDefault();
        }
    }

    public sealed record GetReport(int Year) : IQuery<Report>;
    public sealed class Report { public int Count { get; set; } public decimal Sum { get; set;
        } public List<string> Names { get; set; } = []; }
    public sealed class GetReportHandler(NpgsqlDataSource source) : IQueryHandler<GetReport, Report>
    {
        public async Task<Report> HandleAsync(GetReport query, CancellationToken token)
        {
            await using var connection = await source.OpenConnectionAsync(token);
            using var multi = await connection.QueryMultipleAsync(
                new CommandDefinition("select count(*) from orders; select sum(total) from orders; select name from c",
                    new { query.Year }, commandTimeout: 30, cancellationToken: token));
            var report = new Report
            {
                Count = await multi.ReadSingleAsync<int>(),
                Sum = await multi.ReadSingleAsync<decimal>(),
            };
            report.Names.AddRange(await multi.ReadAsync<string>());
            report.Sum += await connection.ExecuteScalarAsync<decimal>("SELECT coalesce(sum(x), 0) FROM refunds");
            int found = await connection.ExecuteScalarAsync<int>("get_count", new { query.Year },
                commandType: CommandType.StoredProcedure);
            report.Count += found;
            return report;
        }
    }

    public sealed record GetBalance(int Account) : IQuery<decimal>;
    public sealed class GetBalanceHandler(string text) : IQueryHandler<GetBalance, decimal>
    {
        public async Task<decimal> HandleAsync(GetBalance query, CancellationToken token)
        {
            using var connection = new SqlConnection(text);
            await connection.OpenAsync(token);
            using var command = new SqlCommand("SELECT balance FROM accounts WHERE id = @id", connection);
            command.Parameters.AddWithValue("@id", query.Account);
            command.CommandTimeout = 5;
            using var reader = await command.ExecuteReaderAsync(token);
            decimal sum = 0;
            while (await reader.ReadAsync(token))
            {
                sum += reader.GetDecimal(0);
            }

            return sum;
        }
    }

    public sealed record GetNames(string? Filter) : IQuery<IReadOnlyList<string>>;
    public sealed class GetNamesHandler(IDbConnection connection) : IQueryHandler<GetNames, IReadOnlyList<string>>
    {
        public Task<IReadOnlyList<string>> HandleAsync(GetNames query, CancellationToken token)
        {
            if (connection.State != ConnectionState.Open) connection.Open();
            using var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
            using (var setting = connection.CreateCommand())
            {
                setting.CommandText = "SET TRANSACTION READ ONLY";
                setting.ExecuteNonQuery();
            }

            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "select name from people";
            if (query.Filter is not null)
            {
                command.CommandText += " where name like @filter";
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@filter";
                parameter.Value = query.Filter;
                command.Parameters.Add(parameter);
            }

            var names = new List<string>();
            using (var reader = command.ExecuteReader())
            {
                while (reader.Read())
                {
                    names.Add(reader.GetString(0));
                }
            }

            transaction.Commit();
            return Task.FromResult<IReadOnlyList<string>>(names);
        }
    }

    public sealed record GetTree(int Root) : IQuery<DataTable>;
    public sealed class GetTreeHandler(NpgsqlConnection connection) : IQueryHandler<GetTree, DataTable>
    {
        public async Task<DataTable> HandleAsync(GetTree query, CancellationToken token)
        {
            const string Recursive = """
                WITH RECURSIVE tree AS (
                    SELECT id, parent FROM nodes WHERE id = @root
                    UNION ALL
                    SELECT n.id, n.parent FROM nodes n JOIN tree t ON n.parent = t.id AND n.deleted = false
                )
                SELECT * FROM tree
                """;
            await using var command = new NpgsqlCommand(Recursive, connection);
            command.Parameters.Add(new NpgsqlParameter("root", query.Root));
            command.Parameters.AddWithValue("more", 1);
            var table = new DataTable();
            table.Columns.Add("id", typeof(int));
            await using var reader = await command.ExecuteReaderAsync(token);
            table.Load(reader);
            table.Rows.Add(1);
            return table;
        }
    }

    public sealed record GetDynamic(string[] Columns, string? Order) : IQuery<List<IDictionary<string, object>>>;
    public sealed class GetDynamicHandler(IConnections connections)
        : IQueryHandler<GetDynamic, List<IDictionary<string, object>>>
    {
        public async Task<List<IDictionary<string, object>>> HandleAsync(GetDynamic query, CancellationToken token)
        {
            var sql = new System.Text.StringBuilder("SELECT ").AppendJoin(", ", query.Columns).Append(" FROM t ");
            var parameters = new DynamicParameters();
            parameters.Add("@a", 1);
            parameters.Add("@b", dbType: DbType.Int32, direction: ParameterDirection.Output);
            if (query.Order is { } order) sql.AppendLine($"ORDER BY {order}");
            var connection = connections.Open();
            var rows = await connection.QueryAsync(sql.ToString(), parameters);
            var list = rows.Cast<IDictionary<string, object>>().ToList();
            foreach (var row in list) row["total"] = list.Count;
            return list;
        }
    }

    public sealed record GetTemp(int[] Ids) : IQuery<int>;
    public sealed class GetTempHandler(NpgsqlDataSource source) : IQueryHandler<GetTemp, int>
    {
        public async Task<int> HandleAsync(GetTemp query, CancellationToken token)
        {
            await using var connection = await source.OpenConnectionAsync(token);
            await connection.ExecuteAsync("CREATE TEMP TABLE wanted (id int) ON COMMIT DROP");
            await connection.ExecuteAsync("CREATE TABLE #wanted (id int)");
            await connection.ExecuteAsync("SET statement_timeout = 1000");
            await using var command = source.CreateCommand("SELECT count(*) FROM wanted");
            return Convert.ToInt32(await command.ExecuteScalarAsync(token));
        }
    }

    public sealed record GetLocked(int Id) : IQuery<int>;
    public sealed class GetLockedHandler(IDbConnection connection) : IQueryHandler<GetLocked, int>
    {
        public Task<int> HandleAsync(GetLocked query, CancellationToken token) =>
            Task.FromResult(connection.QuerySingle<int>("SELECT id FROM jobs WHERE id = @Id FOR UPDATE SKIP LOCKED",
                query));
    }
}
