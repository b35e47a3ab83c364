// Looks at the report in headless Chromium: dotnet run tests/ReportInBrowser/run.cs -- SITE [--fetch] [--screenshots DIR] [--every N]
// SITE is what 'reslink report --out SITE' wrote. Of every page (or every Nth claim's page): no error on the console, no request but for
// files, nothing wider than a screen of 380 or 1280 pixels, light and dark; of the first page also: every filter shows the rows that fit
// it and no others, and is still set when the address is opened again. Two pages that are wrong on purpose have to be noticed first.
// The browser is chromium-headless-shell, chromium or google-chrome on the path, or in artifacts/chromium, where --fetch unpacks it
// (Debian; no root). Exit code 0 fine, 1 not, 2 usage, 3 no browser: nothing was looked at.
#pragma warning disable CA1031, CA1849, CA2007, CA1303 // a script
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

string repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));
string artifacts = Path.Combine(repository, "artifacts");
string? site = null, screenshots = null;
int every = 1;
bool fetch = false;
for (int i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--fetch":
            fetch = true;
            break;
        case "--screenshots" when i + 1 < args.Length:
            screenshots = Path.GetFullPath(args[++i]);
            break;
        case "--every" when i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out every) && every > 0:
            i++;
            break;
        default:
            site = Path.GetFullPath(args[i]);
            break;
    }
}

if (site is null || !File.Exists(Path.Combine(site, "index.html")))
{
    Console.Error.WriteLine("Give the folder that 'reslink report --out FOLDER' wrote.");
    return 2;
}

if (Browser.Find(artifacts) is null && fetch)
{
    Browser.Fetch(artifacts);
}

if (Browser.Find(artifacts) is not { } program)
{
    Console.WriteLine("No browser here (chromium-headless-shell, chromium, google-chrome; --fetch unpacks one on Debian): nothing was looked at.");
    return 3;
}

string profile = Directory.CreateTempSubdirectory("report-in-browser-").FullName;
try
{
    await using Browser browser = await Browser.Open(program, artifacts, profile);
    Console.WriteLine(browser.Version);

    // Controls: what is wrong has to be noticed.
    string wide = Path.Combine(profile, "wide.html"), failing = Path.Combine(profile, "failing.html");
    File.WriteAllText(wide, "<!DOCTYPE html><body><p>fits</p><div style=\"width: 2000px\">wide</div>");
    File.WriteAllText(failing, "<!DOCTYPE html><body><p>fits</p><script>missing.member();</script><script src=\"absent.js\"></script>");
    string[] wideFaults = await Look(browser, wide), failingFaults = await Look(browser, failing);
    if (!wideFaults.Any(f => f.Contains("wider", StringComparison.Ordinal)) || failingFaults.Length < 2)
    {
        Console.Error.WriteLine($"A page that is too wide, or fails, was not noticed: {string.Join("; ", wideFaults.Concat(failingFaults))}");
        return 1;
    }

    string[] first = [.. Directory.GetFiles(site, "*.html").Order(StringComparer.Ordinal)];
    string[] claims = [.. Directory.GetFiles(Path.Combine(site, "claims"), "*.html").Order(StringComparer.Ordinal).Where((_, i) => i % every == 0)];
    var faults = new List<string>();
    var clock = Stopwatch.StartNew();
    foreach (string page in first.Concat(claims))
    {
        faults.AddRange((await Look(browser, page)).Select(f => $"{Path.GetRelativePath(site, page)}: {f}"));
    }

    (int filters, string[] wrong) = await Filters(browser, Path.Combine(site, "index.html"));
    faults.AddRange(wrong.Select(f => $"index.html: {f}"));
    if (screenshots is not null)
    {
        Directory.CreateDirectory(screenshots);
        string[] pictured = ["index.html", .. first.Select(Path.GetFileName).OfType<string>().Where(f => f != "index.html").Take(2),
            .. claims.Where((_, i) => i % Math.Max(1, claims.Length / 4) == 0).Select(f => "claims/" + Path.GetFileName(f))];
        foreach (string page in pictured)
        {
            foreach ((int width, string scheme) in new[] { (380, "light"), (1280, "light"), (380, "dark"), (1280, "dark") })
            {
                string name = $"{Path.GetFileNameWithoutExtension(page)}-{width}-{scheme}.png";
                await browser.Show(Path.Combine(site, page), width, scheme);
                File.WriteAllBytes(Path.Combine(screenshots, name), await browser.Screenshot());
            }
        }
    }

    foreach (string fault in faults)
    {
        Console.WriteLine(fault);
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{first.Length + claims.Length} pages at 380 and 1280 pixels, {filters} filters, {clock.Elapsed.TotalSeconds:F0} s: {faults.Count} faults"));
    return filters > 0 && faults.Count == 0 ? 0 : 1;
}
finally
{
    Directory.Delete(profile, recursive: true);
}

static async Task<string[]> Look(Browser browser, string page)
{
    var faults = new List<string>();
    foreach ((int width, string scheme) in new[] { (380, "light"), (1280, "dark") })
    {
        faults.AddRange((await browser.Show(page, width, scheme)).Select(error => $"console: {error}"));
        string found = await browser.Evaluate("""
            (() => {
              const width = document.documentElement.clientWidth, wide = [];
              const scrolls = e => e && e !== document.documentElement &&
                (["auto", "scroll", "hidden"].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
              for (const e of document.body.querySelectorAll("*")) {
                const box = e.getBoundingClientRect();
                if (box.width > 0 && (box.right > width + 1 || box.left < -1) && !scrolls(e.parentElement)) {
                  wide.push(e.tagName.toLowerCase() + " " + Math.round(box.right));
                }
              }
              for (const e of document.querySelectorAll(".verdict")) {
                if (e.getClientRects().length > 1) { wide.push("broken into lines: " + e.textContent); }
              }
              if (document.documentElement.scrollWidth > width) { wide.push("the page " + document.documentElement.scrollWidth); }
              return document.body.innerText.trim().length === 0 ? "nothing is shown" : wide.slice(0, 3).join(", ");
            })()
            """);
        if (found.Length > 0)
        {
            faults.Add($"wider than {width}, or broken: {found}");
        }
    }

    return [.. faults];
}

// Every option of every filter by itself, a word, and two at once; then the address anew.
static async Task<(int Count, string[] Faults)> Filters(Browser browser, string page)
{
    await browser.Show(page, 1280, "light");
    string found = await browser.Evaluate("""
        (() => {
          const faults = [], fields = [...document.querySelectorAll("[data-filter]")], rows = [...document.querySelectorAll("tbody tr")];
          const shown = () => rows.filter(r => getComputedStyle(r).display !== "none");
          const set = (f, v) => { f.value = v; f.dispatchEvent(new Event("input", { bubbles: true })); };
          let count = 0;
          const expect = (what, fits) => {
            count++;
            const wanted = rows.filter(fits), now = shown();
            if (now.length !== wanted.length || now.some(r => !wanted.includes(r))) { faults.push(what + " shows " + now.length + ", not " + wanted.length); }
            if (!document.getElementById("shown").textContent.startsWith(wanted.length + " of " + rows.length)) { faults.push(what + " is not counted"); }
            return wanted.length;
          };
          expect("no filter", () => true);
          for (const f of fields.filter(f => f.tagName === "SELECT")) {
            for (const o of [...f.options].filter(o => o.value)) {
              set(f, o.value);
              if (expect(f.dataset.filter + " " + o.value, r => r.dataset[f.dataset.filter].split("|").includes(o.value)) === 0) { faults.push(o.value + " fits nothing"); }
            }
            set(f, "");
          }
          const text = fields.find(f => f.dataset.filter === "text");
          set(text, "LEMMA");
          expect("text", r => r.textContent.toLowerCase().includes("lemma"));
          const verdict = fields.find(f => f.dataset.filter === "verdict"), one = [...verdict.options].find(o => o.value);
          set(verdict, one.value);
          expect("text and verdict", r => r.textContent.toLowerCase().includes("lemma") && r.dataset.verdict === one.value);
          return JSON.stringify({ count, faults, hash: location.hash, shown: document.getElementById("shown").textContent });
        })()
        """);
    JsonNode result = JsonNode.Parse(found)!;
    List<string> faults = [.. result["faults"]!.AsArray().Select(f => (string)f!)];
    await browser.Show(page, 1280, "light", (string)result["hash"]!);
    string again = await browser.Evaluate("document.getElementById('shown').textContent");
    if (again != (string)result["shown"]!)
    {
        faults.Add($"the address {(string)result["hash"]!} shows {again}, not {(string)result["shown"]!}");
    }

    return ((int)result["count"]!, [.. faults]);
}

static string ThisFile([CallerFilePath] string path = "") => path;

/// <summary>A headless Chromium, spoken to by its debugging protocol over the loopback.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly List<string> _errors = [];
    private readonly List<JsonNode> _events = [];
    private int _last;

    private Browser(Process process) => _process = process;

    public string Version { get; private set; } = "";

    /// <summary>On the path, else what was unpacked.</summary>
    public static string? Find(string artifacts) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .Append(Path.Combine(artifacts, "chromium", "usr", "lib", "chromium", "chromium-headless-shell"))
            .FirstOrDefault(File.Exists);

    /// <summary>Unpacks Debian's package with what it needs beside what is installed, without root.</summary>
    public static void Fetch(string artifacts)
    {
        string target = Path.Combine(artifacts, "chromium"), work = target + ".partial";
        Directory.CreateDirectory(work);
        try
        {
            string plan = Run("apt-get", work, "install", "--simulate", "--no-install-recommends", "chromium-headless-shell");
            string[] packages = [.. plan.Split('\n').Where(l => l.StartsWith("Inst ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1])];
            Run("apt-get", work, ["-o", "APT::Sandbox::User=", "--quiet=2", "download", .. packages]);
            foreach (string archive in Directory.GetFiles(work, "*.deb"))
            {
                Run("dpkg-deb", work, "--extract", archive, Path.Combine(work, "tree"));
            }

            Directory.Move(Path.Combine(work, "tree"), target);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            Console.Error.WriteLine($"Chromium could not be fetched: {e.Message}");
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    public static async Task<Browser> Open(string program, string artifacts, string profile)
    {
        var start = new ProcessStartInfo(
            program,
            ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--hide-scrollbars",
                "--remote-debugging-port=0", $"--user-data-dir={Path.Combine(profile, "profile")}", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (program.StartsWith(artifacts, StringComparison.Ordinal))
        {
            string tree = Path.Combine(artifacts, "chromium");
            IEnumerable<string> libraries = Directory.GetFiles(tree, "*.so*", SearchOption.AllDirectories).Select(f => Path.GetDirectoryName(f)!).Distinct();
            start.Environment["LD_LIBRARY_PATH"] = string.Join(':', libraries);
        }

        Process process = Process.Start(start)!;
        var browser = new Browser(process);
        string? address = null;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DevTools listening on ", StringComparison.Ordinal))
            {
                address = line["DevTools listening on ".Length..].Trim();
                break;
            }
        }

        if (address is null)
        {
            throw new InvalidOperationException($"{program} did not start.");
        }

        _ = Task.Run(async () => { while (await process.StandardError.ReadLineAsync() is not null) { } });
        _ = Task.Run(async () => { while (await process.StandardOutput.ReadLineAsync() is not null) { } });
        using var http = new HttpClient();
        string list = await http.GetStringAsync(new Uri($"http://{new Uri(address).Authority}/json/list"));
        JsonNode target = JsonNode.Parse(list)!.AsArray().First(t => (string)t!["type"]! == "page")!;
        await browser._socket.ConnectAsync(new Uri((string)target["webSocketDebuggerUrl"]!), CancellationToken.None);
        browser.Version = (string)(await browser.Call("Browser.getVersion"))["product"]!;
        foreach (string domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await browser.Call($"{domain}.enable");
        }

        return browser;
    }

    /// <summary>Opens a page and returns the errors of loading it.</summary>
    public async Task<string[]> Show(string file, int width, string scheme, string hash = "")
    {
        await Navigate("about:blank");
        await Call("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        await Call("Emulation.setEmulatedMedia", new JsonObject
        {
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }),
        });
        await Call("Log.clear");
        _errors.Clear();
        await Navigate(new Uri(file).AbsoluteUri + hash);
        await Evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done('')))) ");
        return [.. _errors];
    }

    private async Task Navigate(string address)
    {
        _events.Clear();
        await Call("Page.navigate", new JsonObject { ["url"] = address });
        while (!_events.Any(e => (string)e["method"]! == "Page.loadEventFired"))
        {
            await Receive();
        }
    }

    public async Task<string> Evaluate(string expression)
    {
        JsonNode result = await Call("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        return result["exceptionDetails"] is { } failure ? throw new InvalidOperationException(failure.ToJsonString()) : (string?)result["result"]!["value"] ?? "";
    }

    public async Task<byte[]> Screenshot() =>
        Convert.FromBase64String((string)(await Call("Page.captureScreenshot", new JsonObject { ["format"] = "png" }))["data"]!);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Call("Browser.close");
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException)
        {
            // it closes the connection first
        }

        _socket.Dispose();
        if (!_process.WaitForExit(10_000))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static string Run(string program, string folder, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed");
    }

    private async Task<JsonNode> Call(string method, JsonObject? parameters = null)
    {
        int id = ++_last;
        string text = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] }.ToJsonString();
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
        while (true)
        {
            JsonNode message = await Receive();
            if ((int?)message["id"] == id)
            {
                return message["error"] is { } error ? throw new InvalidOperationException($"{method}: {error.ToJsonString()}") : message["result"]!;
            }
        }
    }

    private async Task<JsonNode> Receive()
    {
        using var bytes = new MemoryStream();
        byte[] piece = new byte[1 << 16];
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        for (ValueWebSocketReceiveResult part = default; !part.EndOfMessage;)
        {
            part = await _socket.ReceiveAsync(piece.AsMemory(), patience.Token);
            bytes.Write(piece, 0, part.Count);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException("the browser has closed the connection");
            }
        }

        JsonNode message = JsonNode.Parse(bytes.ToArray())!;
        if ((string?)message["method"] is { } method)
        {
            _events.Add(message);
            JsonNode content = message["params"]!;
            string? error = method switch
            {
                "Runtime.exceptionThrown" => (string?)content["exceptionDetails"]!["exception"]?["description"] ?? "exception",
                "Runtime.consoleAPICalled" when (string?)content["type"] is "error" or "warning" => content["args"]!.ToJsonString(),
                "Log.entryAdded" when (string?)content["entry"]!["level"] is "error" or "warning" => (string?)content["entry"]!["text"],
                "Network.loadingFailed" => (string?)content["errorText"],
                "Network.requestWillBeSent" when (string)content["request"]!["url"]! is var url && !url.StartsWith("file:", StringComparison.Ordinal)
                    && !url.StartsWith("data:", StringComparison.Ordinal) && url != "about:blank" => $"asks for {url}",
                _ => null,
            };
            if (error is not null)
            {
                _errors.Add(error);
            }
        }

        return message;
    }
}
