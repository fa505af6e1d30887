using k8s;
using k8s.Models;

namespace MeanField.Resilience.Tests.Deployment;

/// <summary>The objects of <c>docker/kubernetes</c>, read into Kubernetes' own types.</summary>
internal static class Manifests
{
    public const string Customisation = "kustomization.yaml";

    public static string Folder { get; } = Path.Combine(Repository.Root, "docker", "kubernetes");

    public static IEnumerable<string> Files { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.yaml").Select(path => Path.GetFileName(path))
            .Where(name => name != Customisation).Order(),
    ];

    public static V1StatefulSet Members { get; } = Read("statefulset.yaml").OfType<V1StatefulSet>().Single();

    public static V1PodSpec Pod => Members.Spec.Template.Spec;

    public static V1Container Node => Pod.Containers.Single();

    public static IEnumerable<object> All() => Files.SelectMany(Read);

    /// <summary>Strictly: a member that the kind does not have is refused.</summary>
    public static IEnumerable<object> Read(string name) =>
        KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(Folder, name)), strict: true);
}
