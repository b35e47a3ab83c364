"""Value and gradient of <N, W*-W> / |W*-W|_F^2 (Theorem 3.3 of Li and Yuan, printed field N) with hand-written derivatives in NumPy.

Reads lines "d repetitions" from standard input; answers "best seconds, value, checksum of the gradient" for each.
"""
import sys
import time

import numpy as np


def inputs(d):
    k = np.arange(d * d, dtype=np.float64).reshape(d, d)
    return 0.2 / np.sqrt(d) * np.sin(1.3 * k + 0.1), 0.2 / np.sqrt(d) * np.sin(2.7 * k + 0.4)


def gradient(w, target, eye):
    """(ratio, d ratio / dW, d ratio / dW*). Columns are neurons; x runs over the columns of I + W* and of I + W."""
    d = w.shape[0]
    a, b = eye + w, eye + target
    norm_a, norm_b = np.sqrt(np.einsum("kj,kj->j", a, a)), np.sqrt(np.einsum("kj,kj->j", b, b))
    unit_a, unit_b = a / norm_a, b / norm_b
    disp = target - w
    x = np.concatenate((b, -a), axis=1)
    unit_x = np.concatenate((unit_b, unit_a), axis=1)
    signed = np.concatenate((norm_b, -norm_a))
    probes = np.concatenate((unit_a, disp), axis=1)
    table = probes.T @ unit_x
    c, p = table[:d], table[d:]
    np.clip(c, -1, 1, out=c)
    own = np.arange(d)
    q = p[own, own + d].copy()[:, None]
    sine = np.sqrt((1 - c) * (1 + c))
    angle = np.arcsin(c)
    with np.errstate(divide="ignore", invalid="ignore"):
        r = (p - c * q) / sine
        t = (q - c * p) / sine
    sine[own, own + d] = 0
    angle[own, own + d] = np.pi / 2
    r[own, own + d] = 0
    t[own, own + d] = 0
    sines = sine @ signed
    turns = (c * r + sine * q) @ signed
    coefficients = np.concatenate((r, angle), axis=0)
    forward = x @ coefficients.T
    backward = probes @ coefficients
    sums = t.sum(axis=0)
    field = forward[:, d:] + unit_a * sines
    pull = (forward[:, :d] + disp * sines - unit_a * turns) / norm_a
    s = disp.sum(axis=1)
    shared = np.pi * s[:, None]
    by_target = shared + backward[:, :d] + unit_b * sums[:d] + field
    by_w = pull - backward[:, d:] - unit_a * sums[d:] - field - shared
    value = np.pi / 2 * (s @ s) + np.vdot(field, disp)
    square = np.vdot(disp, disp)
    ratio = value / square
    scaled = 2 * ratio * disp
    return ratio, (by_w + scaled) / square, (by_target - scaled) / square


def main():
    for line in sys.stdin:
        d, repetitions = (int(word) for word in line.split())
        w, target = inputs(d)
        eye = np.eye(d)
        ratio, by_w, by_target = gradient(w, target, eye)
        weights = np.cos(np.arange(d * d, dtype=np.float64)).reshape(d, d)
        checksum = np.vdot(weights, by_w) + 2 * np.vdot(weights, by_target)
        best = float("inf")
        for _ in range(5):
            start = time.perf_counter()
            for _ in range(repetitions):
                gradient(w, target, eye)
            best = min(best, (time.perf_counter() - start) / repetitions)
        print(repr(best), repr(float(ratio)), repr(float(checksum)), flush=True)


main()
