"""Runs each block of code of the shipped notes between a small setting and a check of what the note says of it."""

import contextlib
import glob
import io
import json
import math
import os
import random
import re
import sys

import numpy as np

SETTINGS = {
    "model-free-reinforcement-learning": (
        '',
        'Q = np.array([[0., 1], [2, 5]])\nlearn(Q, 0, 0, 1., 1, 0, False, .5, .9, True); assert abs(Q[0, 0] - 1.4) < 1e-12\nlearn(Q, 0, 1, 1., 1, 0, False, .5, .9, False); assert abs(Q[0, 1] - 3.25) < 1e-12\nlearn(Q, 1, 0, 1., 0, 0, True, .5, .9, False); assert abs(Q[1, 0] - 1.5) < 1e-12',
    ),
    "multi-armed-bandits": (
        '',
        'wins, losses = thompson(lambda arm: rng.random() < (.2, .8)[arm], 2, 500)\nassert wins[1] + losses[1] > 400 and wins.sum() + losses.sum() == 504',
    ),
    "lstm": (
        '',
        'n, d = 3, 2; b = np.r_[np.full(n, 4.6), np.full(n, -50.), np.zeros(2 * n)]\nh, c = lstm(np.ones(d), np.zeros(n), np.ones(n), np.zeros((4 * n, n + d)), b)\nassert np.allclose(c, .99, atol=1e-4)',
    ),
    "graph-convolutional-networks-gcn": (
        '',
        'A = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]]); H = np.array([[1.], [0], [0]])\nfor _ in range(10): H = gcn(A, H, np.eye(1))\nassert np.allclose(H[:, 0], [.2862, .3499, .2852], atol=5e-5)',
    ),
    "normalization": (
        '',
        'run = [np.zeros(1), np.ones(1)]\nassert np.allclose(batch_norm(np.array([[1.], [9]]), 1, 0, run, True), [[-1], [1]], atol=1e-5)\nassert np.allclose(run, [[.5], [2.5]])',
    ),
    "temporal-difference-learning": (
        'from collections import defaultdict',
        'data = [[("X", 0), ("Y", 0)]] + [[("Y", 1)]] * 5 + [[("Y", 0)]] * 2\nassert abs(replayed(data, .001, 10000, True)["X"] - 5 / 8) < .01 and replayed(data, .001, 10000, False)["X"] == 0',
    ),
    "transformers": (
        '',
        'w = lambda *s: rng.normal(size=s) / 4\nW = {"q": w(16, 16), "k": w(16, 16), "v": w(16, 16), "o": w(16, 16), "up": w(16, 64), "down": w(64, 16)}\nX = rng.normal(size=(6, 16)); Y = X.copy(); Y[4] += 1\na, b = block(block(X, W, 4), W, 4), block(block(Y, W, 4), W, 4)\nassert (a[:4] == b[:4]).all() and not np.allclose(a[4:], b[4:])',
    ),
    "monte-carlo-tree-search": (
        'from collections import defaultdict',
        'best = search((10, 0), lambda s: [m for m in (1, 2, 3) if m <= s[0]], lambda s, m: (s[0] - m, 1 - s[1]), lambda s: 1 - s[1] if s[0] == 0 else None, 5000)\nassert best == 2',
    ),
    "support-vector-machines-svm": (
        '',
        'assert np.allclose(pegasos(np.array([[1., 1], [-1, -1]]), [1, -1], .1, 20000), .5, atol=.02)',
    ),
    "gaussian-processes": (
        'k = lambda a, b: np.exp(-(a[:, None] - b) ** 2 / 2)\nX, t, x, noise = np.array([0., 1]), np.array([0., 1]), np.array([.5, 1, 3]), .01',
        'assert np.allclose(mean, [.546, .985, .199], atol=5e-4) and np.allclose(var, [.036, .010, .974], atol=5e-4)',
    ),
    "gaussian-mixture-model": (
        '',
        'w, m, v = step(np.array([-2, -1.5, -1, 2, 3]), np.array([.5, .5]), np.array([-1., 1]), np.ones(2))\nassert np.allclose([w[0], *m, *v], [.5672, -1.492, 2.186, .260, 1.324], atol=5e-4)',
    ),
    "collaborative-filtering": (
        '',
        'R = rng.normal(size=(40, 2)) @ rng.normal(size=(2, 30)); seen = rng.random(R.shape) < .6\nP, Q = als(R, seen, 2, 1e-6, 300)\nassert np.linalg.norm(P @ Q.T - R) < .01 * np.linalg.norm(R)',
    ),
    "byte-pair-encoding": (
        'from collections import Counter',
        'got = list(learn({"lane": 4, "plane": 3, "land": 5, "planet": 2}, 6))\nassert got == [("l", "a", 14), ("la", "n", 14), ("lan", "e", 9), ("p", "lane", 5), ("lan", "d", 5), ("plane", "t", 2)]',
    ),
    "sentencepiece-unigram-lm-encoding": (
        '',
        'assert best("undo", {"u": .1, "n": .08, "d": .07, "o": .08, "un": .15, "do": .14, "und": .03, "undo": .02}) == ["un", "do"]',
    ),
    "discrete-fourier-transform": (
        '',
        'assert np.allclose(fft(np.array([1, 2, 3, 4])), [10, -2 + 2j, -2, -2 - 2j])',
    ),
    "rotary-position-embeddings-rope": (
        '',
        'q, k = np.array([1., 0, 1, 0]), np.array([1., 0, 0, 1])\nassert all(abs(rotate(q, m) @ rotate(k, n) + .396) < 5e-4 for m, n in ((2, 0), (5, 3), (12, 10)))',
    ),
    "autoregressive-generation-and-kv-caching-in-transformers": (
        '',
        'p, q = np.array([[.5, .3, .2], [.2, .2, .6]]), np.array([[.2, .3, .5]])\ngot = [speculate(p, q, [rng.choice(3, p=q[0])]) for _ in range(20000)]\nassert np.allclose(np.bincount([x[0] for x in got]) / 20000, p[0], atol=.015)\nassert abs(sum(map(len, got)) / 20000 - 1.7) < .02',
    ),
    "bm25": (
        'from collections import Counter',
        'one, two = bm25(["a"], [["a", "x"], ["a", "a"], ["y", "y"]])[:2]\nassert abs(two / one - 1.375) < 1e-9',
    ),
    "attention": ("", "w = attention(np.array([[1., 0]]), np.array([[2., 0], [0, 2], [-2, 0]]), np.eye(3))\n"
                  "assert np.allclose(w, [0.768, 0.187, 0.045], atol=5e-4)\n"
                  "x = rng.normal(size=(5, 4))\nm = np.tril(np.ones((5, 5), bool))\n"
                  "assert np.allclose(attention(x, x, x, m)[0], x[0])"),
    "autoregressive-models": ("D = 6\nnet = lambda x: 1 / (1 + np.exp(-np.tril(np.ones((D, D)), -1) @ x))", "assert -D < logp < 0"),
    "backpropagation": ("", "w = [np.array([[.5]]), np.array([[-1.], [0]])]\n"
                        "loss, g = gradients(w, np.array([1.]), 0)\n"
                        "assert np.allclose([loss, g[0][0, 0], g[1][0, 0]], [.9507, .4825, -.2835], atol=5e-5)"),
    "bayesian-linear-regression": ("", "m, L = fit(np.array([[1.], [2]]), np.array([1, 2.5]), 1, 4)\n"
                                   "assert np.allclose(m, 24 / 21)\n"
                                   "assert np.allclose([predict(np.array([s]), m, L, 4)[1] for s in (1., 4.)], [0.298, 1.012], atol=1e-3)"),
    "beam-search": ("", "table = {('s',): {'A': .6, 'B': .4}, ('s', 'A'): {'e': .55, 'x': .45}, ('s', 'B'): {'e': .9, 'x': .1}}\n"
                    "step = lambda y: [(w, math.log(p)) for w, p in table[tuple(y)].items()]\n"
                    "assert abs(math.exp(beam(step, 's', 'e', 1, 2)[0]) - 0.33) < 1e-9\n"
                    "assert abs(math.exp(beam(step, 's', 'e', 2, 2)[0]) - 0.36) < 1e-9"),
    "challenges-of-gan": ("", "assert round((x*x + y*y) ** 0.5, 4) == 1.6446"),
    "conformal-prediction": ("n, alpha, scores = 19, 0.1, np.arange(19.)", "assert (k, s_hat) == (18, 17)"),
    "contrastive-divergence": ("sigmoid = lambda a: 1 / (1 + np.exp(-a))\nbernoulli = lambda p: (rng.random(p.shape) < p) * 1.\n"
                               "v0 = np.tile([[0., 0], [1, 1]], (200000, 1))\nW = np.array([[.5], [.2]])\nb = np.array([-1., -1]); c = np.array([-2.])",
                               "assert abs(dW[0, 0] / len(v0) - 0.0522) < 0.003"),
    "cross-entropy": ("", "assert abs(xent(np.zeros(50257), 3) - 10.82) < 0.005\nassert xent(np.array([1e4, 0.]), 0) == 0"),
    "deep-q-learning": ("", "t = double_q_target(np.array([1., 1]), np.array([0., 1]), np.array([[1., 2], [0, 0]]), np.array([[5., 3], [9, 9]]))\n"
                        "assert np.allclose(t, [1 + .99 * 3, 1])"),
    "dropout": ("", "h = np.ones(100000)\nassert abs(dropout(h, .8, True).mean() - 1) < .01 and dropout(h, .8, False) is h"),
    "dyna-q-planning-and-learning": ("Q = np.zeros((3, 2)); s, a, r, s2, alpha, gamma, n, model = 0, 1, 1., 2, .1, .9, 5, {}",
                                     "assert abs(Q[0, 1] - (1 - .9 ** 6)) < 1e-12 and len(model) == 1"),
    "dynamic-programming-rl": ("", "P = np.array([[[.7, .3], [0, 1]], [[1, 0], [1, 0]]]); r = np.array([[6., 2], [-2, -5]])\n"
                               "policy, v = policy_iteration(P, r, .9)\n"
                               "assert list(policy) == [0, 1] and np.allclose(v, [36.61, 27.95], atol=.005)"),
    "expected-reciprocal-rank": ("", "assert [round(err(g), 3) for g in ([3, 0, 0], [0, 3, 3], [2] * 5)] == [.875, .474, .575]"),
    "gaussian-distribution": ("S = np.array([[4., 2], [2, 3]]); x = np.array([1., 3]); mu = np.zeros(2)",
                              "assert abs(logp - (-.5 * x @ np.linalg.inv(S) @ x - .5 * math.log(8) - math.log(2 * math.pi))) < 1e-12"),
    "generalized-advantage-estimate": ("T, done, r, v, gamma, lam = 3, [0, 0, 1], [1, 0, 2], [1, 2, 1, 0], .9, .5",
                                       "assert np.allclose(adv, [1.5075, -.65, 1.])"),
    "generative-adversarial-networks": ("class A(np.ndarray):\n    detach = lambda self: self\n"
                                        "G = lambda z: (z * 2).view(A)\nD = lambda x: 1 / (1 + np.exp(-np.asarray(x)))\n"
                                        "x, z, ones, zeros = rng.normal(size=9), rng.normal(size=9), 1., 0.\n"
                                        "bce = lambda p, t: -(t * np.log(p) + (1 - t) * np.log(1 - p)).mean()", "assert d_loss > 0 and g_loss > 0"),
    "group-equivariant-convolutional-neural-networks": (
        "def correlate2d(f, k, mode):\n    return np.einsum('ijkl,kl', np.lib.stride_tricks.sliding_window_view(f, k.shape), k)\n"
        "f, k = rng.normal(size=(8, 8)), rng.normal(size=(3, 3))", "assert all(np.allclose(a[r], np.rot90(b[(r - 1) % 4])) for r in range(4))"),
    "high-dimensional-dot-product-normalization": ("", "assert abs(s.var() - 64) < 4 and abs((s / 8).var() - 1) < .06"),
    "hough-transform": ("angles = np.radians([0, 45, 90, 135]); cos, sin = np.cos(angles), np.sin(angles)\n"
                        "edges, step, offset, acc = [(0, 4), (2, 2), (4, 0)], .5, 12, np.zeros((25, 4), int)",
                        "assert acc.max() == 3 and (acc == 3).sum() == 1 and acc[round(2.83 / .5) + 12, 1] == 3"),
    "importance-sampling": ("n = 45000", "assert abs(est / 3.167e-5 - 1) < .05"),
    "incremental-implementation-of-estimating-action-values": ("", "assert round(track([1, 2, 3]), 4) == round(track([1, 2, 3], q=-7), 4) == 2.0701"),
    "kernel-methods": ("X = rng.normal(size=(9, 2)); y = rng.normal(size=9); n, lam = 9, .1\n"
                       "k = lambda a, B: np.exp(-((a - B) ** 2).sum(-1) / 2)\nK = np.array([k(a, X) for a in X])",
                       "assert np.allclose([predict(a) for a in X], y - lam * alpha)"),
    "logistic-regression": ("X = np.c_[np.ones(50), rng.normal(size=50)]; y = (rng.random(50) < .4) * 1.; lam, w = 0., np.zeros(2)",
                            "assert abs(p.mean() - y.mean()) < 1e-9"),
    "map-elites": ("", "e = map_elites(random.random, lambda x: min(1, max(0, x + random.gauss(0, .1))), lambda x: -abs(x % .1 - .05), lambda x: min(9, int(10 * x)), 50, 3000, random)\n"
                   "assert len(e) == 10 and all(abs(x % .1 - .05) < .01 for x in e.values())"),
    "markov-reward-processes": ("", "assert np.allclose(v, [-.2132, 1.9616, 0], atol=5e-5) and np.allclose(sd, [1.3468, .5475, 0], atol=5e-5)"),
    "mathematical-exploration-and-discovery-at-scale-with-alphaevolve": ("", "import itertools\n"
        "C = [v for v in itertools.product((-1, 0, 1), repeat=4) if sum(map(abs, v)) == 2]\nassert len(C) == 24 and certifies(C)\nassert not certifies(C + [(1, 0, 0, 0)])"),
    "maximum-mean-discrepancy-mmd": ("", "k = lambda a, b: np.exp(-(a[:, None] - b) ** 2 / 2)\n"
                                     "assert abs(mmd2(rng.normal(size=2000), rng.normal(1, 1, 2000), k) - .177) < .03"),
    "monte-carlo-estimation": ("n = 10000; x = rng.random((n, 2)); fn = lambda x: 4. * ((x ** 2).sum(1) < 1)", "assert abs(est - math.pi) < 5 * se and abs(se * n ** .5 - 1.642) < .05"),
    "perceptron": ("X = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1.]]); Y = [-1, -1, -1, 1]", "assert (w == [3, 2, -4]).all()"),
    "pgt-actor-critic": ("r, gamma, s, s2, a, terminal, alpha, alpha_v = 1., .9, 0, 1, 1, 0, .1, .5\nv, logits = np.array([2., 3]), np.zeros((2, 2))",
                         "assert abs(delta - 1.7) < 1e-12 and abs(v[0] - 2.85) < 1e-12 and np.allclose(logits[0], [-.085, .085])"),
    "pixelrnn": ("ones = lambda *s: np.ones(s)\nk, kind = 3, 'A'", "assert m.sum() == 4 and m[1, 1] == 0"),
    "polyloss": ("logits, y, eps1 = np.array([[2., 0], [0, 1]]), np.array([0, 0]), 1.\n"
                 "cross_entropy = lambda z, y: np.log(np.exp(z).sum(1)) - z[range(len(y)), y]",
                 "p = np.exp(-ce)\nassert abs(loss - (-np.log(p) + eps1 * (1 - p)).mean()) < 1e-12"),
    "ppo-proximal-policy-optimization": ("eps, logp_old = .2, np.zeros(4); logp = np.log([1.3, 1.3, .7, .7]); adv = np.array([1., -1, 1, -1])",
                                         "assert abs(-loss * 4 - (1.2 - 1.3 + .7 - .8)) < 1e-12"),
    "principal-component-analysis-pca": ("X = rng.normal(size=(200, 2)) @ np.linalg.cholesky(np.array([[3., 1], [1, 3]])).T; q = 1",
                                         "assert np.allclose(var, np.linalg.eigvalsh(np.cov(X.T, bias=True))[::-1]) and np.isclose(Z.var(), var[0])"),
    "reinforce-score-function-estimator": ("class dist:\n    sample = staticmethod(lambda: 2.)\n    log_prob = staticmethod(lambda x: -x * x / 2)\nf, b = lambda x: x * x, 1.", "assert loss == 6"),
    "relu": ("acts = np.array([[0., 1], [0, 0]])", "assert dead == .5"),
    "rmsnorm": ("", "assert np.allclose(rmsnorm(np.array([1., 2, 3, 4]), 1), [.365, .730, 1.095, 1.461], atol=5e-4)\n"
                "assert np.isfinite(rmsnorm(np.full(4, 300, np.float16), 1)).all()"),
    "singular-value-decomposition-svd": (
        "", "O = [np.linalg.qr(rng.normal(size=(200, 200)))[0] for _ in range(2)]\nA = O[0] / np.arange(1, 201) @ O[1]\n"
        "U, s, Vt = leading(A, 20)\nassert np.linalg.norm(A - U * s @ Vt, 2) * 21 < 1.01"),
    "variational-autoencoders": ("enc = lambda x: np.array([[1., 2 * math.log(.5)]]); dec = lambda z: z; log_px_given_z = lambda x, m: 0.; x = None",
                                 "assert abs(loss - .818) < 5e-4"),
    "weight-initialization-in-deep-neural-networks": ("c = 2", "assert round((h ** 2).mean(), 2) == .83"),
}


def run(path):
    """Runs the blocks of one note; says what went wrong, or nothing."""
    slug = os.path.basename(path)[:-3]
    with open(path, encoding="utf-8") as note:
        blocks = re.findall(r"^```python\n(.*?)^```", note.read(), re.S | re.M)
    if not blocks:
        return None
    if slug not in SETTINGS:
        return "has code, but no setting to run it in"
    before, after = SETTINGS[slug]
    random.seed(1)
    space = {"np": np, "math": math, "random": random, "rng": np.random.default_rng(1)}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec("\n".join([before, *blocks, after]), space)
    except Exception as error:  # noqa: BLE001 - whatever a block raises is the finding
        return f"{type(error).__name__}: {error}"
    return ""


results = {os.path.basename(path)[:-3]: run(path) for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.md")))}
print(json.dumps({slug: result for slug, result in results.items() if result is not None}))
