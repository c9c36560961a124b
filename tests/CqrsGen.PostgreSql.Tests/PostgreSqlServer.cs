using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CqrsGen.PostgreSql.Tests;

/// <summary>
/// A server for the tests: the one that CQRSGEN_POSTGRES names, or one of their own, made of the installed programs and
/// thrown away with the process.
/// </summary>
internal static class PostgreSqlServer
{
    private const string Named = "CQRSGEN_POSTGRES";
    private const string Required = "CQRSGEN_REQUIRE_SERVICES";

    private static readonly Lazy<string?> s_programs = new(FindPrograms);
    private static readonly Lazy<string> s_server = new(Start);

    /// <summary>Why there is no server; null when there is one, or when its absence is to be a failure.</summary>
    public static string? Missing =>
        Environment.GetEnvironmentVariable(Named) is not null || s_programs.Value is not null
            || Environment.GetEnvironmentVariable(Required) == "1"
            ? null
            : $"No PostgreSQL is installed, and {Named} names none.";

    public static string ConnectionString => Environment.GetEnvironmentVariable(Named) ?? s_server.Value;

    private static string Start()
    {
        string programs = s_programs.Value
            ?? throw new InvalidOperationException($"No PostgreSQL is installed, and {Named} names none.");
        string folder = Directory.CreateTempSubdirectory("cqrsgen-postgres-").FullName;
        string data = Path.Combine(folder, "data");
        int port = FreePort();
        if (Environment.UserName == "root")
        {
            Run("chown", "postgres", folder); // The server refuses to run as root.
        }

        Run([.. AsServer(), Path.Combine(programs, "initdb"), "-D", data, "-A", "trust", "-U", "postgres", "-N"]);
        Run(
        [
            .. AsServer(), Path.Combine(programs, "pg_ctl"), "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off " +
            "-c max_connections=200 -c max_prepared_transactions=4", "start",
        ]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Run([.. AsServer(), Path.Combine(programs, "pg_ctl"), "-D", data, "-m", "immediate", "stop"]);
            Directory.Delete(folder, recursive: true);
        };
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    private static string[] AsServer() => Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : [];

    private static string? FindPrograms() =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
        .OrderDescending()
        .Select(static version => Path.Combine(version, "bin"))
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        .FirstOrDefault(static folder =>
            File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(params string[] command)
    {
        // Output to a file of the server's: a pipe would stay open as long as the server runs.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("\"$@\" >/dev/null 2>&1");
        start.ArgumentList.Add("sh");
        foreach (string part in command)
        {
            start.ArgumentList.Add(part);
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {process.ExitCode}.");
        }
    }
}
