using k8s;
using k8s.Models;
using YamlDotNet.Serialization;

namespace MeanField.Resilience.Tests.Deployment;

/// <summary>
/// The manifests without a cluster: what their kinds allow, that they fit each other, and that the program
/// understands what they tell it.
/// </summary>
public sealed class KubernetesTests
{
    public static TheoryData<string> Files() => new(Manifests.Files);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_manifest_says_nothing_that_its_kind_does_not_know(string file) =>
        Assert.All(Manifests.Read(file), item =>
        {
            var named = Assert.IsAssignableFrom<IKubernetesObject<V1ObjectMeta>>(item);
            Assert.NotEmpty(named.Metadata.Name);
            if (item is not V1Namespace)
                Assert.Equal("meanfield", named.Metadata.NamespaceProperty);
        });

    [Fact]
    public void A_misspelt_member_would_be_noticed() => Assert.ThrowsAny<Exception>(() =>
        KubernetesYaml.LoadAllFromString("apiVersion: v1\nkind: Service\nspec: { selectr: {} }\n", strict: true));

    [Fact]
    public void Every_manifest_is_applied()
    {
        var text = File.ReadAllText(Path.Combine(Manifests.Folder, Manifests.Customisation));
        var resources = (List<object>)new Deserializer().Deserialize<Dictionary<string, object>>(text)["resources"];
        Assert.Equal(Manifests.Files, resources.Cast<string>().Order());
    }

    [Fact]
    public void Service_budget_and_network_policy_speak_of_the_members()
    {
        var labels = Manifests.Members.Spec.Template.Metadata.Labels;
        IDictionary<string, string>[] selectors =
        [
            Manifests.Members.Spec.Selector.MatchLabels,
            Single<V1Service>().Spec.Selector,
            Single<V1PodDisruptionBudget>().Spec.Selector.MatchLabels,
            Single<V1NetworkPolicy>().Spec.PodSelector.MatchLabels,
        ];
        Assert.All(selectors, selector => Assert.All(selector, pair => Assert.Equal(pair.Value, labels[pair.Key])));
        var service = Single<V1Service>();
        Assert.Equal("None", service.Spec.ClusterIP);
        Assert.Equal(service.Metadata.Name, Manifests.Members.Spec.ServiceName);
    }

    [Fact]
    public void A_port_that_is_named_exists()
    {
        string[] named =
        [
            .. Single<V1Service>().Spec.Ports.Select(port => port.TargetPort.Value),
            .. Single<V1NetworkPolicy>().Spec.Ingress.SelectMany(rule => rule.Ports).Select(port => port.Port.Value),
            Manifests.Node.ReadinessProbe.HttpGet.Port.Value,
            Manifests.Node.LivenessProbe.TcpSocket.Port.Value,
        ];
        Assert.Subset(Manifests.Node.Ports.Select(port => port.Name).ToHashSet(), named.ToHashSet());
    }

    [Fact]
    public void What_is_mounted_is_there_and_secrets_are_only_referred_to()
    {
        var claims = Manifests.Members.Spec.VolumeClaimTemplates.Select(claim => claim.Metadata.Name);
        var volumes = Manifests.Pod.Volumes.Select(volume => volume.Name).Concat(claims).ToHashSet();
        Assert.Subset(volumes, Manifests.Node.VolumeMounts.Select(mount => mount.Name).ToHashSet());
        Assert.DoesNotContain(Manifests.All(), item => item is V1Secret);
        Assert.All(Manifests.Node.Env, variable => Assert.Null(variable.Value));
    }

    [Fact]
    public void The_program_understands_its_arguments_and_members_that_it_is_to_join_exist()
    {
        var arguments = Manifests.Node.Args;
        ProgramArguments.AssertUnderstood(arguments);
        var variables = Manifests.Node.Env.Select(variable => $"$({variable.Name})");
        Assert.All(arguments.Where(argument => argument.StartsWith("$(", StringComparison.Ordinal)), argument =>
            Assert.Contains(variables, variable => argument.StartsWith(variable, StringComparison.Ordinal)));
        var joined = arguments.Where((_, i) => i > 0 && arguments[i - 1] == "--join").ToList();
        var members = Enumerable.Range(0, Manifests.Members.Spec.Replicas!.Value)
            .Select(number => $"{Manifests.Members.Metadata.Name}-{number}.{Manifests.Members.Spec.ServiceName}:4053");
        Assert.Equal(members, joined);
    }

    [Fact]
    public void A_pod_may_run_where_pods_are_restricted()
    {
        var context = Manifests.Node.SecurityContext;
        Assert.True(Manifests.Pod.SecurityContext.RunAsNonRoot);
        Assert.Equal("RuntimeDefault", Manifests.Pod.SecurityContext.SeccompProfile.Type);
        Assert.False(context.AllowPrivilegeEscalation);
        Assert.True(context.ReadOnlyRootFilesystem);
        Assert.Equal(["ALL"], context.Capabilities.Drop);
        Assert.False(Manifests.Pod.AutomountServiceAccountToken);
    }

    private static T Single<T>() => Manifests.All().OfType<T>().Single();
}
