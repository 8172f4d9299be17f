package seedtext

import (
	"strings"
	"testing"

	"talks/catalog"
	"talks/catalog/parse/parsetest"
	"talks/seeds"
)

// seedTalk is a talk of the seed document as a person reads it there: the
// title, whether it is marked as having slides, the first and the last words
// of the abstract, and the abstract's length in bytes.
type seedTalk struct {
	title  string
	slides bool
	first  string
	last   string
	bytes  int
}

// seedTalks were read off the document without the parser, in its order, and
// checked by eye.
var seedTalks = []seedTalk{
	{`Istio Ambient Mesh Present and Future`, false, `Recently, developers around the`, `proxy "ztunnel" using Rust.`, 1020},
	{`KubeSkoop: An automated diagnostic system for container network issues`, true, `Kubernetes itself is relatively`, `its diagnostic capabilities implementation`, 1595},
	{`Cloud-native microservice practice based on Kitex Proxyless and Istio`, true, `With the increasing popularity`, `Proxyless together with everyone`, 1589},
	{`Use container tools to build and manage WebAssembly applications`, true, `Wasm has emerged as`, `existing Linux container applications.`, 1213},
	{`OpenKruise: Comprehensive Enhancement of Cloud-Native Application Management Capability`, false, `Cloud-native application workloads are`, `OpenKruise for application management`, 1362},
	{`When FinOps Meets Cloud Native - How Tencent Optimizes Cloud Costs Based on Crane`, true, `User research shows that`, `scenarios based on Crane.`, 674},
	{`Cloud-native technology helps to reduce energy consumption and emissions in data centers`, true, `Green computing has now`, `for comparing energy-saving measures.`, 1557},
	{`Kubernetes: Cross-Cluster Traffic Management Practice`, true, `In today's cloud-native application`, `and global load balancing.`, 1198},
	{`Private key protection for workloads in service mesh`, true, `HSM SDS Server is`, `higher level of security.`, 1248},
	{`A workflow orchestration engine called JobFlow based on the cloud-native batch computing platform Volcano`, false, `Workflow orchestration engines are`, `solutions etc. of JobFlow`, 2289},
	{`ByteDance's Large-Scale Cluster Federation Technology Practice Based on Kubernetes`, true, `With the evolution of`, `improving resource utilization efficiency.`, 654},
	{`Cloud-native edge intelligent device management framework: KubeEdge DMI`, true, `Edge device management is`, `of the KubeEdge community.`, 1328},
	{`The best practice of machine learning platform storage based on CubeFS`, true, `In order to meet`, `hot and cold data.`, 966},
	{`From load balancing to cloud-native traffic management platform.`, false, `The topic will analyze`, `security functions into BFE.`, 409},
	{`Exploration and Practice of Multi-cluster HPA Based on Karmada by Ctrip`, true, `With the rapid development`, `cross-cluster application elastic scaling.`, 658},
	{`Practices and thoughts of China Telecom Network Cloud Native`, false, `This speech is aimed`, `external observability for them.`, 851},
	{`Clusterpedia - Aggregated Retrieval of Resources in Multi-Cluster Scenarios.`, true, `The current multi-cluster field`, `operational maintenance for Clusterpedia.`, 923},
	{`FluidTable: Data Table Abstraction and Elastic Cache System in Cloud-Native Environment.`, false, `Data-intensive applications (such as`, `with performance analysis evaluation.`, 568},
	{`Kubeflow Chart: One IDE for MLOps`, false, `Outline: - Introduction to`, `the field of AI.`, 296},
}

const seedName = "000_d85d7f52dbd40bdf.txt"

func seed(t testing.TB) []byte {
	t.Helper()
	data, err := seeds.Files.ReadFile(seedName)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestSeedTalks(t *testing.T) {
	doc := parsetest.Document(Parse, string(seed(t)))
	if len(doc.Problems) > 0 {
		t.Errorf("problems: %v", doc.Problems)
	}
	if len(doc.Talks) != 19 || len(seedTalks) != 19 {
		t.Fatalf("%d talks, want 19", len(doc.Talks))
	}
	slides := 0
	for i, want := range seedTalks {
		checkSeedTalk(t, doc.Talks[i], want)
		if doc.Talks[i].Slides {
			slides++
		}
	}
	if slides != 12 {
		t.Errorf("%d talks with slides, want 12", slides)
	}
}

func checkSeedTalk(t *testing.T, got catalog.Talk, want seedTalk) {
	t.Helper()
	if got.Title != want.title {
		t.Errorf("title %q, want %q", got.Title, want.title)
	}
	if got.Slides != want.slides {
		t.Errorf("%s: slides %t, want %t", want.title, got.Slides, want.slides)
	}
	if len(got.Abstract) != want.bytes {
		t.Errorf("%s: %d bytes of abstract, want %d", want.title, len(got.Abstract), want.bytes)
	}
	if !strings.HasPrefix(got.Abstract, want.first) || !strings.HasSuffix(got.Abstract, want.last) {
		t.Errorf("%s: abstract %q, want it from %q to %q", want.title, got.Abstract, want.first, want.last)
	}
}

// Every abstract is to be found in the document to the letter, in order, and
// what lies between is titles, markers and blank lines only.
func TestSeedAbstractsToTheLetter(t *testing.T) {
	data := seed(t)
	rest := string(data)
	for _, talk := range parsetest.Document(Parse, string(data)).Talks {
		at := strings.Index(rest, talk.Abstract)
		if at < 0 {
			t.Fatalf("%s: its abstract is not in the document", talk.Title)
		}
		between := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest[:at]), slidesMarker))
		if between != talk.Title {
			t.Errorf("before the abstract of %q stands %q", talk.Title, between)
		}
		rest = rest[at+len(talk.Abstract):]
	}
	const footer = "©开源中国(OSChina.NET) 深圳市奥思网络科技有限公司版权所有 粤ICP备12009483号"
	if got := strings.TrimSpace(rest); got != footer {
		t.Errorf("after the last abstract stands %q", got)
	}
	doc := parsetest.Document(Parse, string(data))
	if doc.Name != "oschina" {
		t.Errorf("name %q", doc.Name)
	}
}
