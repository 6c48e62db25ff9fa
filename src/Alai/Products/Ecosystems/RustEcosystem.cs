namespace Alai.Products.Ecosystems;

internal sealed class RustEcosystem : IEcosystem
{
    public string Name => "rust";

    public IReadOnlyList<string> TestPaths { get; } = ["**/tests/**", "**/benches/**"];

    public IReadOnlyList<string> ProtectedPaths { get; } =
        ["**/build.rs", ".cargo/**", "rust-toolchain", "rust-toolchain.toml", "clippy.toml", ".config/nextest.toml"];

    public IReadOnlyList<string> ManifestPaths { get; } = ["**/Cargo.toml", "**/Cargo.lock", ".cargo/**", "rust-toolchain.toml"];

    public EcosystemFinding? Look(ProductFolder folder)
    {
        if (!folder.Has("Cargo.toml"))
            return null;
        var locked = folder.Has("Cargo.lock") ? " --locked" : "";
        return new EcosystemFinding(Name)
        {
            Setup = [$"cargo fetch{locked}"],
            Build = [$"cargo build --offline{locked}"],

            // Unit tests live inside the source files, so there is no telling from names: cargo test passes with none.
            Test = [$"cargo test --offline{locked}"],
            Keys = [.. ManifestPaths.Where(pattern => folder.Find(pattern).Any())],
            Words = [$"Rust: Cargo.toml, {(locked.Length > 0 ? "with" : "without")} a lock file; built and tested with cargo, offline after set-up."],
        };
    }
}
