# The image of a Lambda function: the image of this repository with a model in it.
#
#   tar -xzf model.tar.gz carteiro.model
#   docker build --provenance=false --build-arg IMAGE=... -t carteiro-lambda -f container/lambda.Dockerfile .
#
# The build folder must hold carteiro.model, readable by everybody, since Lambda runs it as a user of its own.
ARG IMAGE
FROM ${IMAGE}
COPY carteiro.model /opt/carteiro/model/carteiro.model
ENV SAGEMAKER_BASE_DIR=/opt/carteiro
CMD ["lambda"]
