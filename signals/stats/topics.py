"""Of which few non-negative parts is a table of documents and words the sum?

Non-negative matrix factorisation (Lee and Seung 1999, Nature 401), X ≈ W·H. It starts from the positive parts of the
leading singular vectors (NNDSVD: Boutsidis and Gallopoulos 2008, Pattern Recognition 41) and improves one part at a
time (HALS: Cichocki and Phan 2009), which never makes the error larger. The same table has the same parts.
"""

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import svds

ROUNDS = 50
NOTHING = 1e-12  # a sum of squares that is a zero but for rounding


def tf_idf(rows, columns, *, shape: tuple[int, int]) -> sparse.csr_array:
    """Documents × words: a word that a document has, however often, weighs log(1 + documents / documents with it).

    Each row has the length 1, or 0 where the document has no word.
    """
    has = (sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape) > 0).astype(float)
    documents_with = np.maximum(has.sum(axis=0), 1)
    weighted = sparse.csr_array(has.multiply(np.log1p(shape[0] / documents_with)))
    length = np.sqrt(weighted.multiply(weighted).sum(axis=1))
    return sparse.csr_array(weighted.multiply((1 / np.where(length > 0, length, 1))[:, None]))


def factors(matrix, count: int, *, rounds: int = ROUNDS, known=None) -> tuple[np.ndarray, np.ndarray]:
    """W (rows × parts) and H (parts × columns), all ≥ 0; each row of H has the length 1, or 0 for an unused part.

    It starts from the `known` parts (parts × columns, ≥ 0), which stay the first and move as far as the data ask, and
    fills up with those of the singular vectors. Fewer parts than `count` where the matrix has not more rows and columns
    than that; none of an empty matrix.
    """
    matrix = sparse.csr_array(matrix, dtype=float)
    count = min(count, min(matrix.shape) - 1)
    if count < 1 or not matrix.count_nonzero():
        return np.zeros((matrix.shape[0], 0)), np.zeros((0, matrix.shape[1]))
    w, h = _start(matrix, count) if known is None else _known_start(matrix, count, known)
    transposed = sparse.csr_array(matrix.T)
    for _ in range(rounds):
        w = _improved(w, matrix @ h.T, h @ h.T)
        h = _improved(h.T, transposed @ w, w.T @ w).T
    length = np.sqrt((h**2).sum(axis=1))
    return w * length, h / np.where(length > 0, length, 1)[:, None]


def error(matrix, w, h) -> float:
    """‖X − W·H‖², never as a full table."""
    matrix = sparse.csr_array(matrix, dtype=float)
    inside = ((matrix @ h.T) * w).sum()
    return float((matrix.data**2).sum() - 2 * inside + ((w.T @ w) * (h @ h.T)).sum())


def _start(matrix: sparse.csr_array, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Of each pair of singular vectors the heavier sign (NNDSVD); what is 0 there may grow, as HALS adds."""
    left, sizes, right = svds(matrix, k=count, v0=np.ones(min(matrix.shape)))
    order = np.argsort(-sizes, kind="stable")
    w, h = np.zeros((matrix.shape[0], count)), np.zeros((count, matrix.shape[1]))
    for place, at in enumerate(order):
        signed = [(np.maximum(sign * left[:, at], 0), np.maximum(sign * right[at], 0)) for sign in (1, -1)]
        lengths = [(np.linalg.norm(u), np.linalg.norm(v)) for u, v in signed]
        heavier = int(np.prod(lengths[1]) > np.prod(lengths[0]))
        (u, v), (u_length, v_length) = signed[heavier], lengths[heavier]
        if u_length * v_length > NOTHING:
            root = np.sqrt(max(sizes[at], 0) * u_length * v_length)
            w[:, place], h[place] = root * u / u_length, root * v / v_length
    return w, h


def _known_start(matrix: sparse.csr_array, count: int, known) -> tuple[np.ndarray, np.ndarray]:
    """The known parts, then those of the singular vectors that are least like any of them."""
    _, begun = _start(matrix, count)
    length = np.maximum(np.linalg.norm(begun, axis=1, keepdims=True), NOTHING)
    unlike = np.argsort((begun / length @ np.asarray(known).T).max(axis=1, initial=0), kind="stable")
    h = np.vstack([known, begun[unlike]])[:count]
    return np.maximum(matrix @ h.T, 0), h


def _improved(parts: np.ndarray, with_data: np.ndarray, with_each_other: np.ndarray) -> np.ndarray:
    """Each column in turn as the others leave it best, not below 0; the column of an unused part stays."""
    parts = parts.copy()
    for at in np.flatnonzero(np.diag(with_each_other) > NOTHING):
        step = (with_data[:, at] - parts @ with_each_other[:, at]) / with_each_other[at, at]
        parts[:, at] = np.maximum(parts[:, at] + step, 0)
    return parts
