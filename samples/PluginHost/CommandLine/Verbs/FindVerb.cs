using System.CommandLine;
using PluginHost.Plugins;

namespace PluginHost.CommandLine.Verbs;

/// <summary><c>find</c>: looks for libraries on this machine.</summary>
internal sealed class FindVerb : Verb
{
    private readonly Argument<string?> _name = new("name")
    {
        Description = "A name such as libz.so.1, libz or z. Without one, a few suggestions are shown.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public FindVerb(Terminal terminal, SessionSource sessions)
        : base("find", "Find libraries on this machine.", terminal, sessions) => Arguments.Add(_name);

    protected override Task<int> RunAsync(HostSession host, ParseResult parsed, CancellationToken cancellationToken) =>
        Task.FromResult(Run(host, parsed.GetValue(_name)));

    private int Run(HostSession host, string? name)
    {
        if (name is not null)
        {
            if (host.Finder.Find(name) is not { } path)
            {
                return Terminal.Fail(PluginErrors.FileNotFound(name, host.Finder.Place));
            }

            Terminal.Line(path);
            return 0;
        }

        foreach (string path in host.Finder.Suggest())
        {
            Terminal.Line(path);
        }

        return 0;
    }
}
