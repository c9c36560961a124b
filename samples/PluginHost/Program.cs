using PluginHost.CommandLine;

return await Application.RunAsync(args, Terminal.Console);
