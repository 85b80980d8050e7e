# Loads the whole model into memory and suggests what goes with an article.
import os

from flask import Flask, jsonify
import numpy

app = Flask(__name__)
model = numpy.memmap(os.environ["MODEL_PATH"], dtype="float32", mode="r")[:]


@app.get("/")
def alive():
    return jsonify(articles=len(model))
