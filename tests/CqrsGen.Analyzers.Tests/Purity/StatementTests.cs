namespace CqrsGen.Analyzers.Tests.Purity;

/// <summary>Every statement of an SQL text is looked at, and nothing that only looks like one.</summary>
public sealed class StatementTests : PurityTests
{
    [Theory]
    [InlineData("WITH x AS (SELECT 1) SELECT * FROM a INNER MERGE JOIN x ON 1 = 1 OPTION (MERGE JOIN)")]
    [InlineData("WITH x AS (SELECT 1) SELECT * FROM x FOR NO KEY UPDATE")]
    [InlineData("WITH x AS (SELECT Update, Delete FROM rights) SELECT Update, Delete FROM x WHERE Delete = 1")]
    [InlineData("SELECT\\n    Update,\\n    Delete\\nFROM rights\\nORDER BY Update")]
    [InlineData("SELECT r.Update, a AS Delete FROM rights r")]
    [InlineData("SELECT REPLACE(name, 'a', 'b'), INSERT(name, 1, 2, 'c') FROM t")]
    [InlineData("SET NOCOUNT ON SELECT 1")]
    [InlineData("BEGIN TRAN SELECT 1 COMMIT")]
    [InlineData("SELECT id INTO #ids FROM orders; SELECT * FROM #ids")]
    [InlineData("DECLARE @id int; SELECT id INTO @id FROM orders; SELECT @id")]
    [InlineData("CREATE TABLE #a (id int)\\nINSERT INTO #a EXEC dbo.Find 1\\nSELECT * FROM #a")]
    [InlineData("MERGE INTO #a USING b ON 1 = 1 WHEN MATCHED THEN UPDATE SET x = 1 WHEN NOT MATCHED THEN DELETE;")]
    [InlineData("EXPLAIN DELETE FROM t")]
    [InlineData("SHOW CREATE TABLE t")]
    [InlineData("UPDATE t SET n = 1 FROM #ids t")]
    [InlineData("DECLARE @ids TABLE (id int); UPDATE i SET i.id = 2 FROM @ids AS i; DELETE i FROM @ids i WHERE 1 = 1")]
    [InlineData("DELETE t FROM orders o JOIN #ids t ON t.id = o.id")]
    [InlineData("WITH x AS (SELECT id FROM #t) DELETE FROM x")]
    [InlineData("CREATE INDEX ix ON #ids (id); CREATE UNIQUE CLUSTERED INDEX iy ON #ids(id)")]
    [InlineData("DROP INDEX IF EXISTS ix ON #ids")]
    [InlineData("CREATE TEMP TABLE t (id int); CREATE INDEX ON t (id)")]
    [InlineData("ALTER SESSION SET CURRENT_SCHEMA = SHOP")]
    [InlineData("SELECT $$it's; DELETE FROM x$$ AS t")]
    [InlineData("SELECT $tag$ DELETE; $$; DELETE FROM x $tag$ AS t")]
    [InlineData("SELECT 1 /* a /* nested */ ; DELETE FROM x */")]
    [InlineData("(SELECT 1) UNION (SELECT 2);; ;")]
    public Task WhatReads_IsSilent(string sql) => CheckHandler($"connection.Execute(\"{sql}\");");

    [Theory]
    [InlineData("SET NOCOUNT ON; EXEC dbo.RecordView 1")]
    [InlineData("BEGIN TRAN UPDATE t SET a = 1 COMMIT")]
    [InlineData("DECLARE @x int = 1 UPDATE t SET a = @x")]
    [InlineData("SELECT 1\\nUPDATE t SET a = 1")]
    [InlineData("SELECT 'a'\\nDELETE FROM t")]
    [InlineData("BEGIN\\nDROP TABLE X\\nEND")]
    [InlineData("SELECT * INTO Archive FROM Orders")]
    [InlineData("WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x")]
    [InlineData("WITH x AS MATERIALIZED (DELETE FROM t RETURNING id) SELECT * FROM x")]
    [InlineData("IF @a = 1 SELECT 1 ELSE DELETE FROM t")]
    [InlineData("UPDATE Templates SET a = 1")]
    [InlineData("SELECT 1; TRUNCATE TABLE t")]
    [InlineData("EXPLAIN ANALYZE DELETE FROM t")]
    [InlineData("SELECT id INTO #ids FROM orders DELETE FROM orders")]
    [InlineData("UPDATE t SET n = 1 FROM orders t JOIN #ids i ON i.id = t.id")]
    [InlineData("UPDATE t SET n = 1; SELECT * FROM #ids t")]
    [InlineData("WITH x AS (SELECT id FROM #t JOIN orders o ON 1 = 1) DELETE FROM x")]
    [InlineData("CREATE INDEX ix ON orders (id)")]
    [InlineData("DROP INDEX ix")]
    [InlineData("DO $$ BEGIN DELETE FROM x; END $$")]
    [InlineData("SELECT 1 /* a /* b */ ; DELETE FROM x")]
    [InlineData("SELECT 1 TRUNCATE TABLE t")]
    [InlineData("SELECT 1 DROP TABLE t")]
    [InlineData("SELECT 1 DELETE FROM t")]
    [InlineData("SELECT 1 REPLACE INTO t VALUES (1)")]
    [InlineData("SELECT 1 MERGE INTO t USING s ON 1 = 1 WHEN MATCHED THEN DELETE")]
    [InlineData("DECLARE @r int; EXEC @r = dbo.RecordView 1")]
    public Task WhatWrites_Reports(string sql) => CheckHandler($"connection.[|Execute|](\"{sql}\");");

    [Theory]
    [InlineData("BEGIN TRAN UPDATE t SET a = 1 COMMIT")]
    [InlineData("SELECT * INTO Archive FROM Orders")]
    [InlineData("SELECT 1\\nUPDATE t SET a = 1")]
    public Task WhatWritesInAQuery_Reports(string sql) => CheckHandler($"connection.[|Query<int>|](\"{sql}\");");

    [Theory]
    [InlineData("string sql = \"SELECT \"; sql += \"REPLACE(Name, 'a', 'b') FROM t\"; connection.Query<int>(sql);")]
    [InlineData("string sql = \"SELECT \"; sql = sql + \"REPLACE(Name, 'a', 'b')\" + query.Id; "
        + "connection.Query<int>(sql);")]
    [InlineData("string sql = \"SELECT a,\" + query.Id; sql += \" Update\"; sql += \", Delete FROM t\"; "
        + "connection.Query<int>(sql);")]
    [InlineData("command.CommandText = \"SELECT \"; command.CommandText += \"REPLACE(a, 'b', 'c') FROM t\"; "
        + "command.ExecuteScalar();")]
    [InlineData("connection.Query<int>(string.Format(\"SELECT {0} FROM t\", \"REPLACE(a, 'b', 'c')\"));")]
    [InlineData("connection.Query<int>(string.Concat(\"SELECT \", query.Id, \"DELETE\"));")]
    public Task APieceOfAReadingText_IsSilent(string statements) => CheckHandler(statements);

    [Theory]
    [InlineData("connection.Query<int>(\"SELECT 1 FROM log WHERE kind = @Kind\", new Filter(\"Delete\"));")]
    [InlineData("connection.Query<int>(new CommandDefinition(\"SELECT 1 FROM log\", new Filter(\"DELETE FROM a\")));")]
    [InlineData("connection.Query<int>(param: new Filter(\"DELETE FROM a\"), sql: \"SELECT 1\");")]
    [InlineData("connection.Execute(\"CREATE TABLE #ids (id int)\"); "
        + "connection.Execute($\"INSERT INTO {Ids} VALUES (1)\");")]
    [InlineData("var temp = \"#ids\"; connection.Execute($\"DROP TABLE {temp}\"); "
        + "connection.Execute(\"INSERT INTO \" + temp + \" VALUES (1)\");")]
    [InlineData("var verb = \"SELECT\"; connection.Query<int>($\"{verb} 1 FROM delete_log\");")]
    [InlineData("shop.Database.SqlQuery<int>($\"SELECT {Verb} FROM a\");")]
    public Task WhatIsNoStatement_IsSilent(string statements) => CheckHandler(
        statements,
        """
        private const string Ids = "#ids";
        private const string Verb = "1; DELETE FROM a";
        """,
        "public sealed record Filter(string Kind);");

    [Theory]
    [InlineData("connection.[|Query<int>|]($\"{Verb} FROM a WHERE id = {query.Id} RETURNING id\");")]
    [InlineData("string verb = Verb; if (query.Id > 1) verb = \"SELECT 1\"; "
        + "connection.[|Query<int>|]($\"{verb} FROM a\");")]
    [InlineData("string sql = query.Id switch { 1 => \"DELETE FROM a\", _ => \"SELECT 1\" }; "
        + "connection.[|Query<int>|](sql);")]
    [InlineData("connection.[|Query<int>|](string.Join(\"\\n\", \"UPDATE a\", \"SET n = 1\", \"RETURNING n\"));")]
    [InlineData("connection.[|Query<int>|](string.Join(' ', new[] { \"UPDATE a\", \"SET n = 1\" }));")]
    [InlineData("connection.[|Query<int>|](string.Concat(\"UP\", \"DATE\", \" a\", \" SET\", \" n = 1\"));")]
    [InlineData("connection.[|Query<int>|](Arrow);")]
    [InlineData("connection.[|Query<int>|](Getter);")]
    [InlineData("connection.[|Query<int>|](s_sum);")]
    [InlineData("connection.[|Query<int>|](s_filled);")]
    public Task AStatementThatIsConstantInTheEnd_Reports(string statements) => CheckHandler(
        statements,
        """
        private const string Verb = "DELETE";
        private const string Table = "a";
        private static string Arrow => "DELETE FROM a RETURNING 1";
        private static string Getter { get { return "DELETE FROM a RETURNING 1"; } }
        private static readonly string s_sum = "DELETE FROM a " + ("WHERE id = 1 " + "RETURNING 1");
        private static readonly string s_filled = $"{Verb} FROM {Table} RETURNING 1";
        """);

    [Theory]
    [InlineData("string sql = \"INSERT\"; sql += \" INTO t (\" + query.Id; sql += \") VALUES (1)\";")]
    [InlineData("string sql = \"SELECT 1\"; if (query.Id > 1) sql += \"; DELETE FROM t\";")]
    [InlineData("string sql = \"INSERT INTO t (a, b, c, d) VALUES (\" + query.Id + \", \" + query.Id + \", \" "
        + "+ query.Id + \", \" + query.Id + \")\";")]
    public Task AWritingTextThatIsPutTogether_Reports(string statements) =>
        CheckHandler(statements + " connection.[|Query<int>|](sql);");

    [Theory]
    [InlineData("sql.Append(\"UPDATE t SET a = \"); sql.Append(query.Id);")]
    [InlineData("sql.Append(\"UPDATE t\").Append(' ').AppendLine(\"SET a = 1\");")]
    [InlineData("sql.Append(\"SELECT 1\"); sql.AppendLine(); sql.Append(';'); sql.Append(\"DELETE FROM t\");")]
    [InlineData("sql.Append($\"DELETE FROM t WHERE id = {query.Id}\");")]
    [InlineData("sql.AppendFormat(\"DELETE FROM {0}\", query.Id);")]
    [InlineData("sql.Append(\"DELETE FROM t\"); if (query.Id > 1) sql.Append(\" WHERE a = 1\");")]
    [InlineData("using (connection) { sql.Append(\"DELETE FROM t\"); }")]
    public Task AWritingTextThatIsBuilt_Reports(string statements) => CheckHandler(
        $"var sql = new System.Text.StringBuilder(); {statements} connection.[|Query<int>|](sql.ToString());");

    [Theory]
    [InlineData("sql.Append(\"SELECT \"); sql.Append(\"REPLACE(Name, 'a', 'b') FROM t\");")]
    [InlineData("sql.Append(\"UPDATE t SET a = 1\"); sql.Clear(); sql.Append(\"SELECT 1\");")]
    [InlineData("if (query.Id > 1) sql.Append(\"-- \"); sql.Append(\"UPDATE t SET a = 1\");")]
    [InlineData("Fill(sql); sql.Append(\"UPDATE t SET a = 1\");")]
    [InlineData("sql.Append(\"SELECT 1\"); foreach (int id in new[] { 1 }) sql.Append(\"REPLACE(a, 'b', 'c')\");")]
    public Task ATextThatIsBuiltToRead_IsSilent(string statements) => CheckHandler(
        $"var sql = new System.Text.StringBuilder(); {statements} connection.Query<int>(sql.ToString());",
        "private static void Fill(System.Text.StringBuilder text) { }");

    [Fact]
    public Task ABuiltTextOfACommandThatIsRun_IsSilentWhereItReads() => CheckHandler(
        """
        var sql = new System.Text.StringBuilder();
        sql.AppendLine("SELECT 1");
        sql.AppendLine("FROM t");
        command.CommandText = sql.ToString();
        command.ExecuteNonQuery();
        """);

    [Fact]
    public Task ABuiltTextOfACommandThatIsRun_ReportsWhereItWrites() => CheckHandler(
        """
        var sql = new System.Text.StringBuilder();
        sql.AppendLine("UPDATE t");
        sql.AppendLine("SET a = 1");
        command.CommandText = sql.ToString();
        command.[|ExecuteScalar|]();
        """);
}
